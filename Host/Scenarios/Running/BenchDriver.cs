using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A bench in real time: one connection to the instrument, one port on the bus, one thread that looks at both.</summary>
    internal sealed class BenchDriver : IStand
    {
        private const int StepMilliseconds = 10;

        // The places below are the user's.
        private const int RestorePlace = 10;
        private const string ClearReplies = "INV:CLE";

        private readonly CanFrame _frame = new();
        private readonly BenchPorts _ports;
        private readonly BenchClock _clock;
        private readonly RegisterWatch? _registers;
        private readonly BenchBankLoad _load;
        private readonly BenchSlips _slips;
        private readonly LookGaps _gaps = new(StepMilliseconds);
        private BenchPlot? _plot;
        private RegisterLog? _registerLog;
        private InverterReading? _logged;
        private bool _canRestore;
        private string? _saveRefusal;
        private bool _areConditionsReported;
        private CancellationToken _stop;

        public BenchDriver(
            string name, string canUrl, string scpiAddress, InverterObserver? observer = null, IReadOnlyCollection<string>? confirmed = null)
        {
            Name = name;
            _load = new BenchBankLoad(this);
            _slips = new BenchSlips(this);
            _registers = observer == null ? null : new RegisterWatch(observer, confirmed ?? []);
            _ports = new BenchPorts(canUrl, scpiAddress);
            _clock = new BenchClock(_ports);
        }

        /// <inheritdoc/>
        public event Action<FrameRecord>? FrameSeen;

        /// <inheritdoc/>
        public event Action? Stepped;

        /// <inheritdoc/>
        public event Action<MarkKind, long, string>? Reported;

        /// <inheritdoc/>
        public string Name { get; }

        /// <inheritdoc/>
        public bool IsComplete => false;

        /// <inheritdoc/>
        public long NowMilliseconds { get; private set; }

        /// <inheritdoc/>
        public long ActionLeadMilliseconds => BenchClock.LeadMilliseconds;

        /// <inheritdoc/>
        public int UntoldLatenessMilliseconds => _ports.IsTwin ? HostSlips.ToleranceMilliseconds : 0;

        /// <inheritdoc/>
        public FrameWatch Frames { get; } = new();

        /// <inheritdoc/>
        public void SetUp(SetupPlan plan, uint seed, CancellationToken stop)
        {
            _stop = stop;
            _saveRefusal = Execute(string.Create(CultureInfo.InvariantCulture, $"*SAV {RestorePlace}"));
            _canRestore = _saveRefusal == null;
            new BenchSetup(this, plan).Run(stop);
            _load.Hold();
            _plot = new BenchPlot(plan.Dialect, Frames);
            (Conditions, Obstacle) = new BenchStart(_ports, _registers).Look(plan, stop);
            _slips.Begin();
            _clock.Start(plan.StartsAwake, stop);
            _load.Start(plan, _registers != null);
            Execute(ClearReplies);
            NowMilliseconds = -ActionLeadMilliseconds;
            _gaps.Begin(NowMilliseconds);
            Reported?.Invoke(MarkKind.Bank, 0, "the bank is set up");
        }

        /// <inheritdoc/>
        public void AdvanceTo(long milliseconds, CancellationToken stop)
        {
            _stop = stop;
            do
            {
                stop.ThrowIfCancellationRequested();
                long wait = Math.Min(milliseconds - _clock.Milliseconds, StepMilliseconds);
                if (wait > 0)
                {
                    _ports.WaitForFrame((int)wait);
                }

                Step(milliseconds);
            }
            while (_clock.Milliseconds < milliseconds);
            Step(Math.Max(milliseconds, NowMilliseconds));
        }

        /// <inheritdoc/>
        public string? Execute(string line) => _ports.Execute(line, _stop);

        /// <summary>Asks the instrument; an empty answer where it refuses.</summary>
        public string Ask(string query) => _ports.Ask(query, _stop);

        /// <inheritdoc/>
        public string? SetInverter(InverterKey key, in FormValue value)
        {
            return _registers == null
                ? $"{key.Name} {value.Text} can be set on the inverter by hand only; what comes after it is not judged."
                : _registers.TrySet(key, value);
        }

        /// <inheritdoc/>
        public string? Send(in FrameRecord frame)
        {
            frame.CopyTo(_frame);
            if (!_ports.Send(_frame))
            {
                return "The CAN port took no frame.";
            }

            Record(_clock.Milliseconds * 1000, _frame);
            return null;
        }

        /// <inheritdoc/>
        public Func<Observed>? Bind(ObservableReference what)
        {
            if (what.IsOnBus)
            {
                return BusReader.Create(what, Frames.SlotOf(what.FrameId, what.IsExtended), () => NowMilliseconds * 1000);
            }

            if (_registers?.Bind(what) is Func<Observed> read)
            {
                return read;
            }

            if (what.InstrumentQuery is not string query)
            {
                return null;
            }

            return new BenchReader(this, query, what).Read;
        }

        /// <inheritdoc/>
        public ObservationLimits LimitsOf(ObservableReference what)
        {
            return _registers?.LimitsOf(what) ?? (what.IsOnBus || what.InstrumentQuery != null
                ? BenchLimits.Of(what, _load.Follows ? _registers!.ResolutionMilliseconds : 0)
                : ObservationLimits.None);
        }

        /// <inheritdoc/>
        public string? Obstacle { get; private set; }

        /// <inheritdoc/>
        public InverterConditions Conditions { get; private set; } = InverterConditions.None;

        /// <inheritdoc/>
        public InverterFacts? Inverter => _registers?.Facts;

        /// <inheritdoc/>
        public void LogRegisters(string path) => _registerLog = _registers == null ? null : new RegisterLog(path);

        /// <inheritdoc/>
        public PlotSample Sample() => _plot!.Read(NowMilliseconds);

        /// <inheritdoc/>
        public void Dispose()
        {
            Restore();
            _ports.Dispose();
            _registerLog?.Dispose();
        }

        // The bank is given back as it was found, also after a failure or Ctrl+C: a bank that stays silent leaves a real inverter in F58.
        private void Restore()
        {
            if (!_canRestore)
            {
                return;
            }

            try
            {
                _ports.Execute(string.Create(CultureInfo.InvariantCulture, $"*RCL {RestorePlace}"), CancellationToken.None);
            }
            catch (StandException)
            {
                // An instrument that is gone cannot be given back; that it is gone was told.
            }
        }

        /// <inheritdoc/>
        public long ReadWorstSlipMilliseconds()
        {
            _slips.Look();
            if (_slips.Count > 0)
            {
                string text = $"the machine of the instrument slipped {_slips.Count} times during the run, {_slips.WorstMilliseconds} ms the longest";
                Reported?.Invoke(MarkKind.Host, NowMilliseconds, text);
            }

            return Math.Max(_gaps.WorstMilliseconds, _slips.WorstMilliseconds);
        }

        // Time never runs past the moment that was asked for while something is still to be done at it.
        private void Step(long endMilliseconds)
        {
            _ports.CheckPort();
            if (_saveRefusal != null)
            {
                Reported?.Invoke(MarkKind.Bank, NowMilliseconds, $"the instrument stays as this run leaves it: {_saveRefusal}");
                _saveRefusal = null;
            }

            _slips.Check(NowMilliseconds);
            ReportConditions();
            long look = _clock.Milliseconds;
            if (_gaps.Look(look) is string slip)
            {
                Reported?.Invoke(MarkKind.Host, look, slip);
            }

            NowMilliseconds = Math.Max(NowMilliseconds, Math.Min(_clock.Milliseconds, endMilliseconds));
            ConsumeFrames();
            if (_registers?.Last is InverterReading reading && !ReferenceEquals(reading, _logged))
            {
                _logged = reading;
                _registerLog?.Write(NowMilliseconds, reading);
                _load.Follow(reading);
            }

            if (_registers?.Change() is string change)
            {
                Reported?.Invoke(MarkKind.Inverter, NowMilliseconds, change);
            }

            Stepped?.Invoke();
        }

        // At the first step, since nobody listens before the run has begun.
        private void ReportConditions()
        {
            if (_areConditionsReported)
            {
                return;
            }

            _areConditionsReported = true;
            foreach (string text in Conditions.Marks.Append(Obstacle).OfType<string>())
            {
                Reported?.Invoke(MarkKind.Inverter, NowMilliseconds, text);
            }
        }

        private void ConsumeFrames()
        {
            while (_ports.TryReceive(_frame, out long microseconds))
            {
                Record(Math.Max(0, _clock.MicrosecondsOf(microseconds)), _frame);
            }
        }

        private void Record(long microseconds, CanFrame frame)
        {
            Frames.Record(microseconds, frame);
            FrameSeen?.Invoke(FrameRecord.Of(microseconds, frame));
        }
    }
}
