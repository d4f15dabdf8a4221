using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Pictures;
using BatterySim.Host.Panel.Engine.Recording;
using BatterySim.Host.Panel.Engine.Scenarios;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine
{
    /// <summary>A twin as the panel sees and commands it. Everything is done on the thread that runs the twin; nothing waits.</summary>
    public sealed class BenchEngine : IPanelEngine, IDisposable
    {
        private const double SpeedMin = SimulationPace.FactorMin;

        private readonly TwinSession _own;
        private readonly TwinRunner _runner;
        private readonly TimeProvider _clock;
        private readonly string _productVersion;
        private readonly List<EventPicture> _events = [];
        private readonly RegisterPictures? _registers;
        private TwinSession _shown;
        private PictureMaker _maker;
        private FrameTap? _tap;
        private bool _isWatched;
        private ScpiEvents _source;
        private LocalInstrument _instrument;
        private ScenarioPlayer? _player;
        private ScenarioRecorder? _recorder;
        private long _eventCount;

        /// <summary>Makes one for a twin that somebody runs.</summary>
        /// <param name="session">The twin.</param>
        /// <param name="runner">Its pace.</param>
        /// <param name="productVersion">Version that a report names.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        /// <param name="registers">A real inverter on the twin's bus; null for none.</param>
        public BenchEngine(
            TwinSession session, TwinRunner runner, string productVersion, TimeProvider? clock = null, RegisterPictures? registers = null)
        {
            ArgumentNullException.ThrowIfNull(session);
            _own = session;
            _runner = runner;
            _productVersion = productVersion;
            _clock = clock ?? TimeProvider.System;
            _shown = session;
            _registers = registers;
            _maker = new PictureMaker(session, registers);
            _source = new ScpiEvents(session.Simulator, fromStart: true);
            _instrument = new LocalInstrument(session.Simulator);
        }

        /// <inheritdoc/>
        public BenchKind Kind => BenchKind.Twin;

        /// <inheritdoc/>
        public bool IsWatched
        {
            get => _isWatched;
            set
            {
                if (value != _isWatched)
                {
                    _isWatched = value;
                    ListenToFrames();
                }
            }
        }

        /// <inheritdoc/>
        public bool Pass() => _player?.Pass() ?? false;

        /// <inheritdoc/>
        public BenchPicture TakePicture()
        {
            foreach ((long milliseconds, string text) in _source.ConsumeNew())
            {
                _events.Add(new EventPicture(_eventCount++, milliseconds, text));
            }

            double speed = _runner.Pace.IsMax ? 0 : _runner.Pace.Factor;
            ScenarioPicture? scenario = _player?.Picture();
            scenario = scenario is null || _shown == _own ? scenario : scenario with { IsShown = true };
            return _maker.Take(speed, scenario, _recorder?.Picture(_own.NowMilliseconds));
        }

        /// <inheritdoc/>
        public IReadOnlyList<EventPicture> ConsumeEvents()
        {
            EventPicture[] taken = [.. _events];
            _events.Clear();
            return taken;
        }

        /// <inheritdoc/>
        public IReadOnlyList<BusFramePicture> ConsumeFrames() => _tap?.Take() ?? [];

        /// <inheritdoc/>
        public Func<BenchReply> Execute(PanelRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            switch (request.Verb)
            {
                case PanelVerb.Report: return Report();
                case PanelVerb.StopRecording: return StopRecording(request.First);
                default:
                    BenchReply reply = Do(request);
                    return () => reply;
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _player?.Dispose();

        private BenchReply Do(PanelRequest request)
        {
            return request.Verb switch
            {
                PanelVerb.Line => Send(request.First),
                PanelVerb.SetInverter => SetInverter(request.First, request.Second),
                PanelVerb.RunScenario => RunScenario(request.First, request.Second),
                PanelVerb.StopScenario => StopScenario(),
                PanelVerb.StartRecording => StartRecording(),
                _ => new BenchReply(request.First, "", "This bench does not know that request; load the page anew."),
            };
        }

        private BenchReply Send(string line)
        {
            string flat = line.ReplaceLineEndings(" ").Trim();
            if (flat.Any(static character => character is < ' ' or > '~'))
            {
                return new BenchReply(line, "", "-101,\"Invalid character;a line of SCPI is of printable ASCII characters\"");
            }

            string answer = _instrument.Ask(flat, out string? error);
            if (error == null && _shown == _own)
            {
                _recorder?.Add(_own.NowMilliseconds, flat);
            }

            return new BenchReply(line, answer, error);
        }

        private BenchReply SetInverter(string name, string value) => InverterSwitch.Change(
            _shown.Inverter?.Settings,
            name,
            value,
            (key, read) => InverterSwitch.DoByHand(_shown, key, read),
            (key, read) =>
            {
                if (_shown == _own)
                {
                    _recorder?.AddInverter(_own.NowMilliseconds, key, read);
                }
            });

        private BenchReply RunScenario(string path, string speedText)
        {
            if (_player is { IsRunning: true })
            {
                return new BenchReply(path, "", "A scenario runs already; stop it first.");
            }

            ScenarioDocument? document = PanelLibrary.Find(path);
            if (document == null)
            {
                return new BenchReply(path, "", $"The library has no scenario '{path}'.");
            }

            if (!double.TryParse(speedText, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed)
                || (speed != 0 && speed is not (>= SpeedMin and <= SimulationPace.FactorMax)))
            {
                return new BenchReply(path, "", $"A speed is 0 for as fast as possible, or {SpeedMin} to {SimulationPace.FactorMax}.");
            }

            return Play(document, speed);
        }

        private BenchReply Play(ScenarioDocument document, double speed)
        {
            if (document.Cases.Count == 0)
            {
                return new BenchReply(document.Path, "", document.Diagnostics.Count > 0 ? document.Diagnostics[0].ToString() : "There is no case in it.");
            }

            _player?.Dispose();
            _player = new ScenarioPlayer(document, speed, _clock);
            _player.Begun += Show;
            Show(_player.Session ?? _own);
            return new BenchReply(document.Path, "", null);
        }

        private BenchReply StopScenario()
        {
            _player?.Stop();
            Show(_own);
            return new BenchReply("", "", null);
        }

        private BenchReply StartRecording()
        {
            if (_shown != _own)
            {
                Show(_own);
            }

            _recorder = new ScenarioRecorder(_own);
            return new BenchReply("", "", null);
        }

        private Func<BenchReply> Report()
        {
            ScenarioPlayer? player = _player;
            return () => new BenchReply("", player?.Report(_productVersion) ?? "", null);
        }

        private Func<BenchReply> StopRecording(string name)
        {
            if (_recorder is not { } recorder)
            {
                return () => new BenchReply(name, "", "Nothing is being recorded.");
            }

            recorder.End(_own.NowMilliseconds);
            _recorder = null;
            return () =>
            {
                string text = recorder.Write(name);
                ScenarioDocument document = ScenarioLoader.Read("recording.yaml", text);
                return new BenchReply(name, text, document.Diagnostics.Count > 0 ? document.Diagnostics[0].ToString() : null);
            };
        }

        // The page watches the scenario's own bank while it runs, and the twin's again when that is asked for.
        private void Show(TwinSession session)
        {
            _shown = session;
            ListenToFrames();
            _maker = new PictureMaker(session, session == _own ? _registers : null);
            _source = new ScpiEvents(session.Simulator, fromStart: session != _own);
            _instrument = new LocalInstrument(session.Simulator);
        }

        private void ListenToFrames()
        {
            _tap?.Close();
            TwinSession shown = _shown;
            _tap = _isWatched ? new FrameTap(shown.Bus, node => node == shown.BankNode) : null;
        }
    }
}
