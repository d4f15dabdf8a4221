using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Page.Forms;
using BatterySim.Host.Panel.Page.Plots;
using Microsoft.JSInterop;

namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>What all parts of the page share: the bench, the newest picture, the history, and the line that was sent last.</summary>
    public sealed class PanelState : IAsyncDisposable
    {
        private const int EventsMax = 500;

        private static readonly BankPicture NoBank = new(
            "", "", "", false, 0, ValueText.Unknown, ValueText.Unknown, ValueText.Unknown, ValueText.Unknown, ValueText.Unknown,
            ValueText.Unknown, ValueText.Unknown, ValueText.Unknown, ValueText.Unknown, ValueText.Unknown, 0, 0, 0);

        private static readonly BenchPicture Nothing = new(
            0, 1, NoBank, [], [], new BusPicture("", ValueText.Unknown, ValueText.Unknown, 0, 0, "", 0, -1, -1, -1, -1, []), [], null, null, null);

        private readonly PageScript _script;
        private readonly int[] _sample = new int[PlotHistory.ChannelCount];
        private readonly List<EventPicture> _events = [];
        private readonly PlotHistory _benchHistory = new();
        private readonly PlotHistory _scenarioHistory = new();
        private string _shown = "";

        /// <summary>Makes the state of a page.</summary>
        public PanelState(IBench bench, IJSRuntime runtime)
        {
            ArgumentNullException.ThrowIfNull(bench);
            Bench = bench;
            _script = new PageScript(runtime);
            Timed = new TimedCommands(SendForAnswerAsync);
            bench.Changed += OnBench;
        }

        /// <summary>Told of a new picture.</summary>
        public event Action? Changed;

        /// <summary>Told when the link changes.</summary>
        public event Action? LinkChanged;

        /// <summary>Told when a line was sent or answered.</summary>
        public event Action? SentChanged;

        /// <summary>The bench.</summary>
        public IBench Bench { get; }

        /// <summary>The newest picture; an empty one before the first.</summary>
        public BenchPicture Picture => Bench.Picture ?? Nothing;

        /// <summary>True once there is a picture.</summary>
        public bool HasPicture => Bench.Picture is not null;

        /// <summary>Batteries of the bank; 1 before that is known.</summary>
        public int BatteryCount => Math.Max(1, Picture.Batteries.Count);

        /// <summary>Simulated time, ms.</summary>
        public long NowMilliseconds => Picture.NowMilliseconds;

        /// <summary>The course of the values of the bank that is shown.</summary>
        public PlotHistory History => _shown.Length == 0 ? _benchHistory : _scenarioHistory;

        /// <summary>What happened, oldest first.</summary>
        public IReadOnlyList<EventPicture> Events => _events;

        /// <summary>The frames that came.</summary>
        public FrameStore Frames { get; } = new();

        /// <summary>Settings that this page times.</summary>
        public TimedCommands Timed { get; }

        /// <summary>What was sent last.</summary>
        public SentCommand? LastSent { get; private set; }

        /// <summary>What became of the last copy to the clipboard.</summary>
        public string CopyOutcome { get; private set; } = "";

        /// <summary>When the last picture came, by <see cref="Environment.TickCount64"/>.</summary>
        public long LastSeenTicks { get; private set; } = Environment.TickCount64;

        private BenchPicture? Seen { get; set; }

        private BenchLink SeenLink { get; set; } = BenchLink.Reconnecting;

        /// <summary>Sends a line and shows what became of it.</summary>
        public Task SendAsync(string line) => SendForReplyAsync(line);

        /// <summary>Does what is not a line of SCPI, and shows what became of it.</summary>
        /// <param name="action">What, in words: "Scenario library:smoke.yaml".</param>
        /// <param name="done">What it is once it was done: "started".</param>
        /// <param name="work">Does it.</param>
        public Task<BenchReply> ShowAsync(string action, string done, Func<Task<BenchReply>> work)
        {
            ArgumentNullException.ThrowIfNull(work);
            return ShowAsync(action, done, false, work);
        }

        /// <summary>Copies a line to the clipboard.</summary>
        public async Task CopyAsync(string line)
        {
            CopyOutcome = await _script.CopyAsync(line) ? $"Copied: {line}" : "The browser does not let this page use the clipboard; mark the line and copy it.";
            SentChanged?.Invoke();
        }

        /// <summary>Hands a file to the browser.</summary>
        public Task SaveAsync(string name, string text, string type = "text/plain") => _script.SaveAsync(name, text, type);

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Bench.Changed -= OnBench;
            return _script.DisposeAsync();
        }

        private Task<BenchReply> SendForReplyAsync(string line) => ShowAsync(line, "", true, () => Bench.SendAsync(line));

        private async Task<BenchReply> ShowAsync(string text, string done, bool isScpi, Func<Task<BenchReply>> work)
        {
            CopyOutcome = "";
            LastSent = new SentCommand(text, "", null, false, isScpi);
            SentChanged?.Invoke();
            BenchReply reply = await work();
            LastSent = new SentCommand(text, isScpi ? reply.Answer : done, reply.Error, true, isScpi);
            SentChanged?.Invoke();
            return reply;
        }

        private async Task<string?> SendForAnswerAsync(string line)
        {
            BenchReply reply = await SendForReplyAsync(line);
            return reply.Error is null ? reply.Answer : null;
        }

        private void OnBench()
        {
            if (!ReferenceEquals(Seen, Bench.Picture) && Bench.Picture is BenchPicture picture)
            {
                Seen = picture;
                LastSeenTicks = Environment.TickCount64;
                Record(picture);
                Changed?.Invoke();
                _ = Timed.RunAsync(picture.NowMilliseconds);
            }

            if (SeenLink != Bench.Link)
            {
                SeenLink = Bench.Link;
                LinkChanged?.Invoke();
            }
        }

        private void Record(BenchPicture picture)
        {
            BankPicture bank = picture.Bank;
            int spread = picture.Batteries.Count == 0 ? PlotHistory.Unknown
                : picture.Batteries.Max(static one => one.CellMaxMillivolts) - picture.Batteries.Min(static one => one.CellMinMillivolts);
            _sample[(int)PlotChannel.VoltageMillivolts] = bank.VoltageMillivolts;
            _sample[(int)PlotChannel.ChargeVoltageLimitMillivolts] = bank.ChargeVoltageLimitMillivolts;
            _sample[(int)PlotChannel.CurrentMilliamps] = bank.CurrentMilliamps;
            _sample[(int)PlotChannel.ChargeCurrentLimitMilliamps] = bank.ChargeCurrentLimitMilliamps;
            _sample[(int)PlotChannel.DischargeCurrentLimitMilliamps] = bank.DischargeCurrentLimitMilliamps;
            _sample[(int)PlotChannel.SocPermille] = bank.SocPermille;
            _sample[(int)PlotChannel.TemperatureDecidegrees] = bank.TemperatureDecidegrees;
            _sample[(int)PlotChannel.CellSpreadMillivolts] = spread;
            string shown = picture.Scenario is { IsShown: true } run ? run.Path : "";
            if (picture.NowMilliseconds < History.LastMilliseconds || shown != _shown)
            {
                // The bench's own course is kept while somebody looks at a scenario's bank.
                _events.Clear();
                _scenarioHistory.Clear();
                _shown = shown;
            }


            History.Add(picture.NowMilliseconds, _sample);
            _events.AddRange(Bench.ConsumeEvents());
            _events.RemoveRange(0, Math.Max(0, _events.Count - EventsMax));
            Frames.Add(Bench.ConsumeFrames());
        }
    }
}
