using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Scenarios;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Local
{
    /// <summary>A twin inside the page: one thread, which the simulation and the page share.</summary>
    public sealed class LocalBench : IBench, IDisposable
    {
        private const int TickMilliseconds = 20;
        private const int PictureMilliseconds = 100;

        // Work of one turn: the page has to be drawn in between.
        private const int TurnMilliseconds = 10;

        private readonly TwinSession _session;
        private readonly TwinRunner _runner;
        private readonly BenchEngine _engine;
        private readonly List<EventPicture> _events = [];
        private bool _isStarted;
        private bool _isOver;

        /// <summary>Makes a bench with a twin of these options.</summary>
        public LocalBench(TwinOptions options, string productVersion)
        {
            _session = new TwinSession(options);
            _runner = new TwinRunner(_session, SimulationPace.Real);
            _session.Simulator.Instrument.Host = new TwinInstrumentHost(_session, _runner);
            _engine = new BenchEngine(_session, _runner, productVersion) { IsWatched = true };
        }

        /// <inheritdoc/>
        public event Action? Changed;

        /// <inheritdoc/>
        public BenchKind Kind => BenchKind.Local;

        /// <inheritdoc/>
        public BenchLink Link => BenchLink.Connected;

        /// <inheritdoc/>
        public string LinkProblem => "";

        /// <inheritdoc/>
        public BenchPicture? Picture { get; private set; }

        /// <inheritdoc/>
        public IReadOnlyList<EventPicture> ConsumeEvents()
        {
            EventPicture[] taken = [.. _events];
            _events.Clear();
            return taken;
        }

        /// <inheritdoc/>
        public IReadOnlyList<BusFramePicture> ConsumeFrames() => _engine.ConsumeFrames();

        /// <inheritdoc/>
        public Task StartAsync()
        {
            if (!_isStarted)
            {
                _isStarted = true;
                _runner.Begin();
                TakePicture();
                _ = RunAsync();
            }

            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public Task<BenchReply> SendAsync(string line) => Do(PanelVerb.Line, line);

        /// <inheritdoc/>
        public Task<BenchReply> SetInverterAsync(string name, string value) => Do(PanelVerb.SetInverter, name, value);

        /// <inheritdoc/>
        public Task<IReadOnlyList<ScenarioEntry>> ListScenariosAsync() => Task.FromResult(PanelLibrary.Entries);

        /// <inheritdoc/>
        public Task<BenchReply> RunScenarioAsync(string path, double speed) =>
            Do(PanelVerb.RunScenario, path, speed.ToString(CultureInfo.InvariantCulture));

        /// <inheritdoc/>
        public Task StopScenarioAsync() => Do(PanelVerb.StopScenario);

        /// <inheritdoc/>
        public async Task<string> ReportAsync() => (await Do(PanelVerb.Report).ConfigureAwait(true)).Answer;

        /// <inheritdoc/>
        public Task<BenchReply> StartRecordingAsync() => Do(PanelVerb.StartRecording);

        /// <inheritdoc/>
        public Task<BenchReply> StopRecordingAsync(string name) => Do(PanelVerb.StopRecording, name);

        /// <inheritdoc/>
        public void Dispose()
        {
            _isOver = true;
            _engine.Dispose();
        }

        private Task<BenchReply> Do(PanelVerb verb, string first = "", string second = "") =>
            Task.FromResult(_engine.Execute(new PanelRequest(verb, first, second))());

        private async Task RunAsync()
        {
            long pictured = Stopwatch.GetTimestamp();
            while (!_isOver)
            {
                Turn();
                if (Stopwatch.GetElapsedTime(pictured).TotalMilliseconds >= PictureMilliseconds)
                {
                    pictured = Stopwatch.GetTimestamp();
                    TakePicture();
                }

                await Task.Delay(TickMilliseconds).ConfigureAwait(true);
            }
        }

        private void Turn()
        {
            long start = Stopwatch.GetTimestamp();
            bool hasMore;
            do
            {
                _runner.Pass();
                hasMore = _engine.Pass() || _runner.Pace.IsMax;
            }
            while (hasMore && Stopwatch.GetElapsedTime(start).TotalMilliseconds < TurnMilliseconds);
        }

        private void TakePicture()
        {
            Picture = _engine.TakePicture();
            _events.AddRange(_engine.ConsumeEvents());
            Changed?.Invoke();
        }
    }
}
