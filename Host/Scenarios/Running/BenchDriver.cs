using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A bench in real time: one connection to the instrument, one port on the bus, one thread that looks at both.</summary>
    internal sealed class BenchDriver : IStand
    {
        private const int StepMilliseconds = 10;
        private const int OpenMilliseconds = 5000;

        // The places below are the user's.
        private const int RestorePlace = 10;
        private const int SlipMilliseconds = 50;
        private const int SettleBursts = 3;
        private const int BurstPauseMicroseconds = 300_000;
        private const int LeadMicroseconds = 40_000;
        private const long MicrosecondsPerSecond = 1_000_000;
        private const int SettleMillisecondsMax = 5000;

        private readonly CanFrame _frame = new();
        private readonly AutoResetEvent _arrived = new(false);
        private readonly ICanPort _port;
        private readonly ScpiSession _session;
        private readonly RegisterWatch? _registers;
        private readonly BenchBankLoad _load;
        private readonly BenchSlips _slips;
        private BenchPlot? _plot;
        private RegisterLog? _registerLog;
        private InverterReading? _logged;
        private long _startTicks;
        private long _startMicroseconds;
        private bool _canRestore;
        private string? _saveRefusal;
        private long _lastLook;
        private long _worstGap;
        private bool _areConditionsReported;
        private CancellationToken _stop;

        public BenchDriver(string name, string canUrl, string scpiAddress, InverterObserver? observer = null)
        {
            Name = name;
            _load = new BenchBankLoad(this);
            _slips = new BenchSlips(this);
            _registers = observer == null ? null : new RegisterWatch(observer);
            CanPortUrl url = CanPortUrlParser.Parse(canUrl, out string problem) ?? throw new StandException(problem + ".");
            ScpiAddress address = ScpiAddress.Parse(scpiAddress, out problem) ?? throw new StandException(problem + ".");
            _session = OpenSession(address);
            try
            {
                _port = CanPorts.Create(url);
                _port.FrameArrived += () => _arrived.Set();
                OpenPort();
            }
            catch
            {
                _session.Dispose();
                throw;
            }
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
        public FrameWatch Frames { get; } = new();

        /// <inheritdoc/>
        public void SetUp(SetupPlan plan, uint seed, CancellationToken stop)
        {
            _stop = stop;
            _saveRefusal = Execute(string.Create(CultureInfo.InvariantCulture, $"*SAV {RestorePlace}"));
            _canRestore = _saveRefusal == null;
            new BenchSetup(this, plan).Run(stop);
            _load.Start(plan, _registers != null);
            _plot = new BenchPlot(plan.Dialect, Frames);
            LookAtInverter(plan, stop);
            _slips.Begin();
            _lastLook = 0;
            _worstGap = 0;
            StartWithABurst(plan.StartsAwake, stop);
            NowMilliseconds = 0;
            Reported?.Invoke(MarkKind.Bank, 0, "the bank is set up");
        }

        /// <inheritdoc/>
        public void AdvanceTo(long milliseconds, CancellationToken stop)
        {
            _stop = stop;
            do
            {
                stop.ThrowIfCancellationRequested();
                long wait = Math.Min(milliseconds - ClockMilliseconds, StepMilliseconds);
                if (wait > 0)
                {
                    _arrived.WaitOne((int)wait);
                }

                Step(milliseconds);
            }
            while (ClockMilliseconds < milliseconds);
            Step(Math.Max(milliseconds, NowMilliseconds));
        }

        /// <inheritdoc/>
        public string? Execute(string line)
        {
            try
            {
                (_, string? error) = _session.Execute(line, _stop);
                return error == null ? null : $"The instrument refuses '{line}': {error.Replace("\"", "", StringComparison.Ordinal)}.";
            }
            catch (ScpiConnectionException problem)
            {
                throw new StandException(problem.Message, problem);
            }
        }

        /// <summary>Asks the instrument; an empty answer where it refuses.</summary>
        public string Ask(string query)
        {
            try
            {
                (IReadOnlyList<string> answers, _) = _session.Execute(query, _stop);
                return answers.Count > 0 ? answers[0] : "";
            }
            catch (ScpiConnectionException problem)
            {
                throw new StandException(problem.Message, problem);
            }
        }

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
            if (_port.Send(_frame) != SendResult.Accepted)
            {
                return "The CAN port took no frame.";
            }

            Record(ClockMilliseconds * 1000, _frame);
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
        public ObservationLimits LimitsOf(ObservableReference what) => _registers?.LimitsOf(what) ?? ObservationLimits.None;

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
            _port.Dispose();
            _session.Dispose();
            _arrived.Dispose();
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
                _session.Execute(string.Create(CultureInfo.InvariantCulture, $"*RCL {RestorePlace}"), CancellationToken.None);
            }
            catch (ScpiConnectionException)
            {
                // An instrument that is gone cannot be given back; that it is gone was told.
            }
        }

        /// <inheritdoc/>
        public long ReadWorstSlipMilliseconds()
        {
            long own = Math.Max(0, _worstGap - StepMilliseconds);
            _slips.Look();
            if (_slips.Count > 0)
            {
                string text = $"the machine of the instrument slipped {_slips.Count} times during the run, {_slips.WorstMilliseconds} ms the longest";
                Reported?.Invoke(MarkKind.Host, NowMilliseconds, text);
            }

            return Math.Max(own, _slips.WorstMilliseconds);
        }

        private long ClockMilliseconds => (long)Stopwatch.GetElapsedTime(_startTicks).TotalMilliseconds;

        private static ScpiSession OpenSession(ScpiAddress address)
        {
            try
            {
                return ScpiSession.Open(address);
            }
            catch (ScpiConnectionException problem)
            {
                throw new StandException(problem.Message, problem);
            }
        }

        private void OpenPort()
        {
            try
            {
                _port.Open();
            }
            catch (CanPortException problem)
            {
                throw new StandException(problem.Message.TrimEnd('.') + ".", problem);
            }

            long start = Stopwatch.GetTimestamp();
            while (_port.Phase != PortPhase.Open && Stopwatch.GetElapsedTime(start).TotalMilliseconds < OpenMilliseconds)
            {
                _arrived.WaitOne(StepMilliseconds);
            }

            CheckPort();
        }

        private void CheckPort()
        {
            if (_port.Phase != PortPhase.Open)
            {
                string why = _port.LastError.Length > 0 ? $": {_port.LastError.TrimEnd('.')}" : "; is the other end there?";
                throw new StandException($"The CAN port {_port.Name} is not open{why}.");
            }
        }

        // Time never runs past the moment that was asked for while something is still to be done at it.
        private void Step(long endMilliseconds)
        {
            CheckPort();
            if (_saveRefusal != null)
            {
                Reported?.Invoke(MarkKind.Bank, NowMilliseconds, $"the instrument stays as this run leaves it: {_saveRefusal}");
                _saveRefusal = null;
            }

            _slips.LookAt(NowMilliseconds);
            ReportConditions();
            long look = ClockMilliseconds;
            if (look - _lastLook > StepMilliseconds + SlipMilliseconds)
            {
                Reported?.Invoke(MarkKind.Host, look, $"this machine slipped {look - _lastLook - StepMilliseconds} ms");
            }

            _worstGap = Math.Max(_worstGap, look - _lastLook);
            _lastLook = look;
            NowMilliseconds = Math.Max(NowMilliseconds, Math.Min(ClockMilliseconds, endMilliseconds));
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

        // Before the scenario's clock starts: the wait for the inverter must not count as time in which this machine stood still.
        private void LookAtInverter(SetupPlan plan, CancellationToken stop)
        {
            while (_port.TryReceive(_frame, out _))
            {
                // What waits here may be of the bank that was there before.
            }

            var before = new FrameWatch();
            void Consume()
            {
                while (_port.TryReceive(_frame, out long microseconds))
                {
                    before.Record(microseconds, _frame);
                }
            }

            if (plan.StartsAwake)
            {
                Settle(before.SlotOf(LimitsFrame.CanId, false), Consume, stop);
            }

            if (_registers == null)
            {
                Conditions = plan.HasInverter ? InverterConditions.Unseen(plan) : InverterConditions.None;
            }
            else
            {
                _registers.Begin(before, Consume, stop);
                if (plan.HasInverter)
                {
                    (Conditions, Obstacle) = _registers.CheckConditions(plan, before, Consume, stop);
                }
            }

            Consume();
        }

        // As in the twin: the clock stands at 0 when a burst begins, so that a time that ends between two bursts does so on a bench too. A little
        // before, since what is done at a full second is done before the burst of that second there.
        private void StartWithABurst(bool isSending, CancellationToken stop)
        {
            _startTicks = Stopwatch.GetTimestamp();
            _startMicroseconds = PortFrame.NowMicroseconds;
            long last = long.MaxValue;
            while (isSending && ClockMilliseconds < SettleMillisecondsMax)
            {
                stop.ThrowIfCancellationRequested();
                _arrived.WaitOne(StepMilliseconds);
                while (_port.TryReceive(_frame, out long microseconds))
                {
                    if (microseconds - last > BurstPauseMicroseconds)
                    {
                        long agoMicroseconds = PortFrame.NowMicroseconds - microseconds + LeadMicroseconds;
                        _startTicks = Stopwatch.GetTimestamp() - (agoMicroseconds * Stopwatch.Frequency / MicrosecondsPerSecond);
                        _startMicroseconds = microseconds - LeadMicroseconds;
                        Record(LeadMicroseconds, _frame);
                        return;
                    }

                    last = microseconds;
                }
            }
        }

        // What was set last is in the frames once every battery was asked and the report was made of it: two bursts later at the latest.
        private static void Settle(FrameSlot limits, Action takeFrames, CancellationToken stop)
        {
            bool IsSettled()
            {
                takeFrames();
                return limits.Count >= SettleBursts;
            }

            BenchWait.Until(StepMilliseconds, SettleMillisecondsMax, IsSettled, stop);
        }

        // At the first step, since nobody listens before the run has begun.
        private void ReportConditions()
        {
            if (_areConditionsReported)
            {
                return;
            }

            _areConditionsReported = true;
            ReportAll("not checked, set by hand", Conditions.Unchecked);
            ReportAll("not given in the file, and other than without it", Conditions.Unlike);
            if (Obstacle != null)
            {
                Reported?.Invoke(MarkKind.Inverter, NowMilliseconds, Obstacle);
            }
        }

        private void ReportAll(string what, IReadOnlyList<string> texts)
        {
            if (texts.Count > 0)
            {
                Reported?.Invoke(MarkKind.Inverter, NowMilliseconds, $"{what}: {string.Join("; ", texts)}");
            }
        }

        private void ConsumeFrames()
        {
            while (_port.TryReceive(_frame, out long microseconds))
            {
                Record(Math.Max(0, microseconds - _startMicroseconds), _frame);
            }
        }

        private void Record(long microseconds, CanFrame frame)
        {
            Frames.Record(microseconds, frame);
            FrameSeen?.Invoke(FrameRecord.Of(microseconds, frame));
        }
    }
}
