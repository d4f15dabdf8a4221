using System;
using System.Globalization;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Bank, bus and inverter inside the process, in simulated time, as fast as the machine can.</summary>
    internal sealed class VirtualStand : IStand
    {
        // As many frames as a scenario may want to send in one moment, all packs and extras of a rack among them.
        private const int ThirdCapacity = 256;

        private readonly CanFrame _scratch = new();
        private TwinSession? _twin;
        private VirtualBusNode? _third;
        private ScpiEvents? _events;
        private InverterState _state;
        private InverterFault _fault;
        private InverterWarning _warning;

        /// <inheritdoc/>
        public event Action<FrameRecord>? FrameSeen;

        /// <inheritdoc/>
        public event Action? Stepped;

        /// <inheritdoc/>
        public event Action<MarkKind, long, string>? Reported;

        /// <inheritdoc/>
        public string Name => "virtual";

        /// <inheritdoc/>
        public bool IsComplete => true;

        /// <inheritdoc/>
        public long ReadWorstSlipMilliseconds() => 0;

        /// <inheritdoc/>
        public long NowMilliseconds => Twin.NowMilliseconds;

        /// <inheritdoc/>
        public long NextEventMilliseconds => Twin.NextEventMilliseconds;

        /// <inheritdoc/>
        public void StepToNextEvent() => Twin.StepToNextEvent();

        /// <inheritdoc/>
        public FrameWatch Frames { get; } = new();

        /// <summary>The session under it.</summary>
        public TwinSession Twin => _twin ?? throw new InvalidOperationException("the stand was not set up");

        /// <inheritdoc/>
        public void SetUp(SetupPlan plan, uint seed, CancellationToken stop)
        {
            _twin = CreateTwin(plan, seed);
            _events = new ScpiEvents(_twin.Simulator, fromStart: true);
            foreach (PlannedLine line in plan.Lines)
            {
                string? problem = Execute(line.Line);
                if (problem != null)
                {
                    throw new StandException(problem);
                }
            }

            if (plan.StartsAwake)
            {
                _twin.Simulator.SkipToRunning();
            }

            _twin.Bus.FrameCompleted += OnFrame;
            _twin.Stepped += OnStep;
        }

        /// <inheritdoc/>
        public void AdvanceTo(long milliseconds, CancellationToken stop)
        {
            // A stop is looked for every so often, not at every step.
            const int SliceMilliseconds = 60_000;
            while (Twin.NowMilliseconds + SliceMilliseconds < milliseconds)
            {
                stop.ThrowIfCancellationRequested();
                Twin.AdvanceTo(Twin.NowMilliseconds + SliceMilliseconds);
            }

            stop.ThrowIfCancellationRequested();
            Twin.AdvanceTo(milliseconds);
        }

        /// <inheritdoc/>
        public string? Execute(string line)
        {
            CommandInterpreter instrument = Twin.Simulator.Instrument;
            instrument.Errors.Clear();
            Twin.Simulator.Execute(line);
            return instrument.Errors.Count == 0 ? null : $"The instrument refuses '{line}': {ErrorText(instrument.Errors)}.";
        }

        /// <inheritdoc/>
        public string? SetInverter(InverterKey key, in FormValue value)
        {
            VirtualSolArk? inverter = Twin.Inverter;
            if (inverter == null)
            {
                return "There is no inverter in this scenario.";
            }

            if (key.Set != null)
            {
                key.Set(inverter.Settings, value);
                return inverter.Settings.FindProblem();
            }

            switch (key.Name)
            {
                case InverterKeys.Cable: Twin.SetInverterConnected(value.IsOn); break;
                case InverterKeys.Recorder: Twin.SetRecorderConnected(value.IsOn); break;
                default: Twin.SetInverterPower(value.IsOn); break;
            }

            return null;
        }

        /// <inheritdoc/>
        public string? Send(in FrameRecord frame)
        {
            _third ??= Twin.Bus.Attach("third", ThirdCapacity, 1);
            frame.CopyTo(_scratch);
            return _third.Send(_scratch) == SendResult.Accepted ? null : "The bus has no room for a frame of the third node.";
        }

        /// <inheritdoc/>
        public Func<Observed>? Bind(ObservableReference what)
        {
            if (what.Query != null)
            {
                return new ReplyReader(Twin, what.Query).Read;
            }

            if (what.IsOnBus)
            {
                FrameSlot slot = Frames.SlotOf(what.FrameId, what.IsExtended);
                return BusReader.Create(what, slot, () => Twin.NowMilliseconds * 1000);
            }

            Func<TwinSession, int, Observed> read = what.Row!.Inside!;
            TwinSession twin = Twin;
            int number = what.Number;
            return () => read(twin, number);
        }

        /// <inheritdoc/>
        public PlotSample Sample()
        {
            BankReport report = Twin.Simulator.Report;
            bool isSpeaking = Twin.Simulator.Schedule.IsRunning;
            FrameSlot limits = Frames.SlotOf(LimitsFrame.CanId, false);
            return new PlotSample(
                Twin.NowMilliseconds,
                Twin.Simulator.Bank.VoltageMillivolts,
                Twin.Simulator.Bank.CurrentMilliamps,
                isSpeaking ? report.SocPermille : int.MinValue,
                WireLimits.ChargeVoltageMillivolts(limits),
                WireLimits.ChargeCurrentMilliamps(limits),
                WireLimits.DischargeCurrentMilliamps(limits));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
        }

        /// <summary>Bank and inverter of a plan, asleep and with nothing set yet.</summary>
        public static TwinSession CreateTwin(SetupPlan plan, uint seed)
        {
            var options = new TwinOptions { Inverter = plan.HasInverter ? plan.CreateInverterSettings() : null };
            options.Bank.Profile = plan.Profile;
            options.Bank.BatteryCount = plan.Batteries;
            options.Bank.StartsAwake = false;
            options.Bank.Seed = seed;
            if (plan.ProfileDialect is { } dialect)
            {
                options.Bank.Dialect = dialect.CreateSettings();
                options.Voice = dialect.CreateVoice();
            }

            var twin = new TwinSession(options);
            twin.Simulator.Instrument.Host = new TwinInstrumentHost(twin, null);
            return twin;
        }

        /// <summary>The oldest error of a queue, as "-222 Data out of range; CCL 9999 A is outside ...".</summary>
        public static string ErrorText(ErrorQueue errors)
        {
            var text = new TextBuffer(200, true);
            errors.Take(text);
            return text.Take().Replace("\"", "", StringComparison.Ordinal).Replace(",", " ", StringComparison.Ordinal);
        }

        private void OnFrame(long microseconds, VirtualBusNode sender, CanFrame frame)
        {
            Frames.Record(microseconds, frame);
            FrameSeen?.Invoke(FrameRecord.Of(microseconds, frame));
        }

        private void OnStep(long milliseconds)
        {
            Stepped?.Invoke();
            foreach ((long at, string text) in _events!.ConsumeNew())
            {
                Reported?.Invoke(MarkKind.Bank, at, text);
            }

            VirtualSolArk? inverter = Twin.Inverter;
            if (inverter != null && (inverter.State != _state || inverter.Fault != _fault || inverter.Warning != _warning))
            {
                _state = inverter.State;
                _fault = inverter.Fault;
                _warning = inverter.Warning;
                Reported?.Invoke(MarkKind.Inverter, milliseconds, InverterText(inverter));
            }
        }

        private static string InverterText(VirtualSolArk inverter)
        {
            string problem = inverter.Fault == InverterFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $", F{(int)inverter.Fault}");
            string warning = inverter.Warning == InverterWarning.None ? "" : string.Create(CultureInfo.InvariantCulture, $", W{(int)inverter.Warning}");
            string state = Observables.Find(Observables.Inverter, "state")!.Kind.Format(Observed.Of((long)inverter.State));
            return $"inverter {state}{problem}{warning}";
        }
    }
}
