using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>A bench that shows what a test wants and keeps what the page sends.</summary>
    internal sealed class FakeBench : IBench
    {
        private readonly List<EventPicture> _events = [];
        private readonly List<BusFramePicture> _frames = [];

        public event Action? Changed;

        public BenchKind Kind { get; set; } = BenchKind.Twin;

        public BenchLink Link { get; private set; } = BenchLink.Reconnecting;

        public string LinkProblem { get; private set; } = "";

        public BenchPicture? Picture { get; private set; }

        /// <summary>What the page sent, in order.</summary>
        public List<string> Sent { get; } = [];

        /// <summary>What answers a line; null for done.</summary>
        public Func<string, BenchReply>? Answer { get; set; }

        public void Show(BenchPicture picture)
        {
            Picture = picture;
            Link = BenchLink.Connected;
            Changed?.Invoke();
        }

        public void Happen(EventPicture happened) => _events.Add(happened);

        public void Pass(BusFramePicture frame) => _frames.Add(frame);

        public void Lose(BenchLink link, string problem)
        {
            Link = link;
            LinkProblem = problem;
            Changed?.Invoke();
        }

        public IReadOnlyList<EventPicture> ConsumeEvents() => Take(_events);

        public IReadOnlyList<BusFramePicture> ConsumeFrames() => Take(_frames);

        public Task StartAsync() => Task.CompletedTask;

        public Task<BenchReply> SendAsync(string line)
        {
            Sent.Add(line);
            return Task.FromResult(Answer?.Invoke(line) ?? new BenchReply(line, "", null));
        }

        public Task<BenchReply> SetInverterAsync(string name, string value) => SendAsync($"{name}={value}");

        public Task<IReadOnlyList<ScenarioEntry>> ListScenariosAsync() =>
            Task.FromResult<IReadOnlyList<ScenarioEntry>>([new("communication/f58.yaml", "Silence is noticed", "The cable is pulled.", ["f58"])]);

        public Task<BenchReply> RunScenarioAsync(string path, double speed) => SendAsync($"run {path} {speed}");

        public Task StopScenarioAsync() => Task.CompletedTask;

        public Task<string> ReportAsync() => Task.FromResult("<p>report</p>");

        public Task<BenchReply> StartRecordingAsync() => SendAsync("record");

        public Task<BenchReply> StopRecordingAsync(string name) => Task.FromResult(new BenchReply("record", $"name: {name}\n", null));

        private static T[] Take<T>(List<T> list)
        {
            T[] taken = [.. list];
            list.Clear();
            return taken;
        }
    }
}
