using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A bench as the page sees it: pictures come, lines of SCPI go.</summary>
    public interface IBench
    {
        /// <summary>Told, on the page's thread, of a new picture or another state of the link.</summary>
        event Action? Changed;

        /// <summary>What is behind the page.</summary>
        BenchKind Kind { get; }

        /// <summary>Whether it is reached.</summary>
        BenchLink Link { get; }

        /// <summary>Why it is not reached, in a sentence; empty while it is.</summary>
        string LinkProblem { get; }

        /// <summary>The newest picture; null before the first.</summary>
        BenchPicture? Picture { get; }

        /// <summary>Events since they were last taken, oldest first.</summary>
        IReadOnlyList<EventPicture> ConsumeEvents();

        /// <summary>Frames since they were last taken, oldest first; at most some thousands, the older ones give way.</summary>
        IReadOnlyList<BusFramePicture> ConsumeFrames();

        /// <summary>Connects, or starts the twin in the page.</summary>
        Task StartAsync();

        /// <summary>Sends one line of SCPI once, in order. A line that cannot be carried out comes back with its error, never silently
        /// lost.</summary>
        Task<BenchReply> SendAsync(string line);

        /// <summary>Changes a setting or quirk of the inverter.</summary>
        /// <param name="name">Name of a <see cref="SettingPicture"/>.</param>
        /// <param name="value">Its new value.</param>
        Task<BenchReply> SetInverterAsync(string name, string value);

        /// <summary>The scenarios of the library.</summary>
        Task<IReadOnlyList<ScenarioEntry>> ListScenariosAsync();

        /// <summary>Runs a scenario; its progress is in the pictures.</summary>
        /// <param name="path">Path of a <see cref="ScenarioEntry"/>.</param>
        /// <param name="speed">Simulated seconds in a second; 0 for as fast as possible.</param>
        Task<BenchReply> RunScenarioAsync(string path, double speed);

        /// <summary>Ends the scenario that runs.</summary>
        Task StopScenarioAsync();

        /// <summary>The report of the scenario that ended last, as a page of HTML; empty if there is none.</summary>
        Task<string> ReportAsync();

        /// <summary>Begins to record what is done by hand.</summary>
        Task<BenchReply> StartRecordingAsync();

        /// <summary>Ends the recording.</summary>
        /// <param name="name">Name of the scenario.</param>
        /// <returns>The scenario file; its text in <see cref="BenchReply.Answer"/>.</returns>
        Task<BenchReply> StopRecordingAsync(string name);
    }
}
