using System;
using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Inverter
{
    /// <summary>A Sol-Ark as the battery sees it: listens, answers, charges, discharges, and stops with a battery's faults.</summary>
    /// <remarks>
    /// Driven like the bank itself: time through <see cref="Advance"/>, frames through <see cref="Receive"/>, frames out through an
    /// <see cref="ICanBus"/>. The driver sets <see cref="TerminalMillivolts"/> and carries <see cref="CurrentMilliamps"/> to the bank.
    /// Each concern is a class of its own that names its source; what is assumed says so at its setting. docs/inverter.md has it all.
    /// </remarks>
    public sealed class VirtualSolArk
    {
        private readonly PowerStage _power;
        private readonly BmsDataReader _reader;
        private readonly ReplyQueue _replies;
        private readonly ReplyLateness _lateness;
        private readonly GridConnection _grid;
        private readonly LimitsInForce _limits;
        private readonly ChargeStages _stages;
        private readonly ExportGuard _export;
        private readonly GridCharge _gridCharge;
        private readonly PowerBalance _balance;
        private readonly VoltageGuard _voltageGuard;
        private readonly CurrentGuard _currentGuard;
        private readonly SocGuard _socGuard;
        private readonly PlausibilityGuard _plausibility;
        private readonly OwnSoc _ownSoc;
        private readonly StepMemory _memory = new();
        private long _nextStepMilliseconds;
        private long _lastPollMilliseconds;
        private long _nextEventMilliseconds;
        private long _linkDueMilliseconds;
        private long _linkChangeCount = -1;
        private bool _isAsked;

        /// <summary>Makes an inverter that is switched on at time 0.</summary>
        /// <param name="settings">Settings without fault; what is changed in them later holds from the next step.</param>
        /// <param name="bus">Where the 0x305 go.</param>
        /// <exception cref="ArgumentException">The settings have a fault; the message says which.</exception>
        public VirtualSolArk(InverterSettings settings, ICanBus bus)
        {
            string? problem = settings.FindProblem();
            if (problem != null)
            {
                throw new ArgumentException(problem);
            }

            Settings = settings;
            BmsData = new BmsData(settings.Quirks);
            Link = new InverterLinkMonitor(settings, BmsData);
            _power = new PowerStage(settings);
            _reader = new BmsDataReader(settings, BmsData);
            _replies = new ReplyQueue(bus);
            _lateness = new ReplyLateness(settings);
            _grid = new GridConnection(settings);
            _limits = new LimitsInForce(settings, BmsData, _grid);
            _stages = new ChargeStages(settings);
            _export = new ExportGuard(settings);
            _gridCharge = new GridCharge(settings, BmsData, _grid);
            _balance = new PowerBalance(settings, _grid);
            _voltageGuard = new VoltageGuard(settings, BmsData, Faults);
            _currentGuard = new CurrentGuard(settings, Faults, _grid);
            _socGuard = new SocGuard(settings);
            _plausibility = new PlausibilityGuard(settings, BmsData);
            _ownSoc = new OwnSoc(settings);
        }

        /// <summary>How it is built and set up; live.</summary>
        public InverterSettings Settings { get; }

        /// <summary>What it received from the battery.</summary>
        public BmsData BmsData { get; }

        /// <summary>How it watches over the battery's silence.</summary>
        public InverterLinkMonitor Link { get; }

        /// <summary>What it is doing.</summary>
        public InverterState State =>
            !IsPoweredOn ? InverterState.Off
            : IsStopped ? InverterState.Fault
            : Settings.UsesBms && !BmsData.IsSufficient ? InverterState.WaitingForBms
            : _socGuard.IsShutDown ? InverterState.Shutdown
            : InverterState.Normal;

        /// <summary>Fault that stands at present; of several the one that says most.</summary>
        public InverterFault Fault => Faults.First;

        /// <summary>Faults that stand at present.</summary>
        public InverterFaults Faults { get; } = new();

        /// <summary>Warning that stands at present.</summary>
        public InverterWarning Warning => _plausibility.Warning;

        /// <summary>What it does with the battery.</summary>
        public InverterStage Stage =>
            CurrentMilliamps < 0 ? InverterStage.Discharge
            : CurrentMilliamps > 0 || (_isAsked && _stages.Stage is InverterStage.FloatCharge or InverterStage.Equalise) ? _stages.Stage
            : InverterStage.Idle;

        /// <summary>True while the charge is at "Low Batt" or below: an alarm, nothing more.</summary>
        public bool IsLowBattery => _socGuard.IsLow;

        /// <summary>True while the bank's request for a forced charge is granted.</summary>
        public bool IsForceCharging => State is InverterState.Normal or InverterState.Shutdown && _gridCharge.IsForced;

        /// <summary>True while the bank is discharged because its CVL is below its voltage.</summary>
        public bool IsExporting => _export.IsExporting;

        /// <summary>Voltage that it charges up to, mV; 0 before it knows one.</summary>
        public int ChargeTargetMillivolts => _stages.TargetMillivolts;

        /// <summary>The inverter's own count of the charge, permille.</summary>
        public int OwnSocPermille => _ownSoc.Permille;

        /// <summary>Power from the grid, W; negative into it.</summary>
        public int GridWatts => IsPoweredOn ? _balance.GridWatts : 0;

        /// <summary>Power that the house asks for and gets from nobody, W: without a grid, when the battery may not give it.</summary>
        public int UnservedWatts => IsPoweredOn ? _balance.UnservedWatts : Math.Max(0, LoadWatts);

        /// <summary>Whether it uses the grid: there is one, and it has stood for the time of Grid Reconnect.</summary>
        public bool IsGridConnected => _grid.IsConnected;

        /// <summary>Whether it is switched on.</summary>
        public bool IsPoweredOn { get; private set; } = true;

        /// <summary>Power that the house takes, W; negative: power that is there to charge the battery.</summary>
        public int LoadWatts { get => Settings.LoadWatts; set => Settings.LoadWatts = value; }

        /// <summary>Voltage at the inverter's own battery terminals, mV.</summary>
        public int TerminalMillivolts { get => _power.TerminalMillivolts; set => _power.TerminalMillivolts = value; }

        /// <summary>Current into the battery, mA, charging positive.</summary>
        public int CurrentMilliamps => _power.CurrentMilliamps;

        /// <summary>Tells the inverter that the bank did not take part in the current that it made: the FETs of every battery are open.</summary>
        public void OnCurrentRefused() => _power.Stop();

        /// <summary>Number of 0x305 handed to the bus.</summary>
        public long ReplyCount => _replies.SentCount;

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get; private set; }

        /// <summary>Time of the next thing that it does by itself, ms.</summary>
        public long NextEventMilliseconds => Math.Max(NowMilliseconds, _nextEventMilliseconds);

        private long NextPollMilliseconds =>
            Settings.Quirks.PollPeriodMilliseconds == 0 ? long.MaxValue : _lastPollMilliseconds + Settings.Quirks.PollPeriodMilliseconds;

        /// <summary>Switches it off or on. Switched off it makes no current, receives nothing and forgets the battery; the clock goes on.</summary>
        public void SetPower(bool isOn)
        {
            if (isOn == IsPoweredOn)
            {
                return;
            }

            IsPoweredOn = isOn;
            BmsData.Forget();
            Link.Restart(NowMilliseconds);
            Faults.Clear();
            _power.Stop();
            _replies.Clear();
            _limits.Restart();
            _stages.BeginBulk();
            _export.Restart();
            _grid.Restart();
            _gridCharge.Restart();
            _voltageGuard.Restart();
            _currentGuard.Restart();
            _socGuard.Restart();
            _plausibility.Restart();
            _ownSoc.Restart();
            _memory.Forget();
            _nextStepMilliseconds = NowMilliseconds;
            _lastPollMilliseconds = NowMilliseconds;
            FindNextEvent();
        }

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">0 or more.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Advance(long milliseconds)
        {
            long end = NowMilliseconds + Math.Max(0, milliseconds);
            while (_nextEventMilliseconds <= end)
            {
                NowMilliseconds = NextEventMilliseconds;
                RunDue();
                FindNextEvent();
            }

            NowMilliseconds = end;
        }

        /// <summary>Takes a frame from the bus. Only an 11-bit data frame of a battery, long enough to be understood, means anything.</summary>
        public void Receive(CanFrame frame)
        {
            if (!IsPoweredOn || !Settings.UsesBms || IsMasterGone || IsSlaveOfNobody || !_reader.TryRead(frame, NowMilliseconds))
            {
                return;
            }

            Link.OnFrame(NowMilliseconds);
            if (_linkDueMilliseconds == long.MaxValue)
            {
                _linkDueMilliseconds = Link.NextEventMilliseconds;
                FindNextEvent();
            }

            if (frame.Id == MeasurementsFrame.CanId && Settings.Quirks.AnswersMeasurements && !Settings.IsSlave)
            {
                long due = _lateness.PutOff(NowMilliseconds + Settings.Quirks.AnswerDelayMilliseconds);
                if (due >= 0)
                {
                    _replies.Add(due);
                    _replies.Run(NowMilliseconds);
                    FindNextEvent();
                }
            }
        }

        // Worked out where something happened, not where somebody asks: it is asked for at every event of the bus as well.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void FindNextEvent()
        {
            long next = Math.Min(_nextStepMilliseconds, Math.Min(NextPollMilliseconds, _replies.NextEventMilliseconds));
            _nextEventMilliseconds = IsPoweredOn ? Math.Min(next, _linkDueMilliseconds) : long.MaxValue;
        }

        // What is left of a parallel set whose master, the one with the CAN cable, is gone.
        private bool IsMasterGone => Settings.IsMasterLost && Settings.ParallelCount > 1;

        // A number from 02 on without a master beside it: nobody tells it of the battery (assumed).
        private bool IsSlaveOfNobody => Settings.IsSlave && Settings.ParallelCount == 1;

        // Without BMS_Err_Stop the rest of a parallel set goes on with the last values (documented that the setting decides; how, assumed).
        private bool IsStopped => Faults.Any && (Settings.StopsOnBmsError
            || Faults.First is not (InverterFault.BatteryBackup or InverterFault.ParallelCanBus or InverterFault.ParallelStop));

        private long SettingsChangeCount => Settings.ChangeCount + Settings.Quirks.ChangeCount;

        private void RunDue()
        {
            bool mayStop = false;
            _replies.Run(NowMilliseconds);
            if (NextPollMilliseconds <= NowMilliseconds)
            {
                _lastPollMilliseconds = NowMilliseconds;
                if (!Settings.IsSlave && !_lateness.IsBusyAt(NowMilliseconds))
                {
                    _replies.SendNow();
                }
            }

            // Between frames the silence grows and nothing else: it is enough to look when it may have grown too long. A frame puts that off;
            // by how much is found out when the time has come.
            long changeCount = SettingsChangeCount + BmsData.ChangeCount;
            if (changeCount != _linkChangeCount || _linkDueMilliseconds <= NowMilliseconds)
            {
                _linkChangeCount = changeCount;
                Link.Run(NowMilliseconds);
                Faults.Set(InverterFault.BmsCommunication, Link.IsFaulted);
                _linkDueMilliseconds = Link.NextEventMilliseconds;
                mayStop = true;
            }

            if (_nextStepMilliseconds <= NowMilliseconds)
            {
                _nextStepMilliseconds = NowMilliseconds + PowerStage.StepMilliseconds;
                mayStop = !Step() || mayStop;
            }

            if (mayStop && CurrentMilliamps != 0 && State is not (InverterState.Normal or InverterState.Shutdown))
            {
                _power.Stop();
            }
        }

        // True if it was left out, because nothing can change in it.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool Step()
        {
            _ownSoc.Run(CurrentMilliamps, BmsData.SocPermille, _stages.ResetsSoc);
            int soc = SocInUse();
            var inputs = new StepInputs(SettingsChangeCount, BmsData.ChangeCount, TerminalMillivolts, CurrentMilliamps, soc);
            if (_memory.IsSettledFor(inputs) && !Faults.Any)
            {
                return true;
            }

            StepOutcome before = Outcome();
            if (!_memory.HasSameCauses(inputs) || !AreGuardsQuiet)
            {
                RunGuards(soc);
            }

            _isAsked = false;
            if (State is InverterState.Normal or InverterState.Shutdown)
            {
                StepPower(soc);
            }

            _balance.Run(TerminalMillivolts, CurrentMilliamps);
            _memory.Record(inputs, Outcome() != before, IsPending);
            return false;
        }

        private bool IsPending =>
            Faults.Any || _grid.IsPending || _gridCharge.IsPending || _plausibility.IsPending || _voltageGuard.IsPending
            || _currentGuard.IsPending || _stages.IsPending;

        private StepOutcome Outcome() => new(
            CurrentMilliamps, _stages.Stage, _stages.TargetMillivolts, _export.IsExporting, _gridCharge.IsStarted, _socGuard.IsShutDown);

        // Voltage and current are what changes from step to step; nearly always neither is near anything that a guard looks for.
        private bool AreGuardsQuiet =>
            !Settings.GoesByVolts && _voltageGuard.IsQuietAt(TerminalMillivolts)
            && _currentGuard.IsQuietAt(CurrentMilliamps, _limits.DischargeMilliamps);

        private void RunGuards(int soc)
        {
            Faults.SelfRestartsMax = Settings.SelfRestarts;
            Faults.Set(InverterFault.BatteryBackup, IsMasterGone);
            Faults.Set(InverterFault.ParallelCanBus, IsMasterGone);
            Faults.Set(InverterFault.ParallelStop, IsMasterGone);
            _grid.Run(NowMilliseconds);
            _limits.Run();
            _plausibility.Run(NowMilliseconds);
            _voltageGuard.Run(NowMilliseconds, TerminalMillivolts);
            _currentGuard.Run(NowMilliseconds, CurrentMilliamps, _limits.DischargeMilliamps);
            _socGuard.Run(soc, TerminalMillivolts);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void StepPower(int soc)
        {
            int cvl = _limits.ChargeVoltageMillivolts;
            _stages.Run(NowMilliseconds, TerminalMillivolts, CurrentMilliamps, cvl);
            _gridCharge.Run(NowMilliseconds, soc, TerminalMillivolts, CurrentMilliamps, _stages);
            _export.Run(TerminalMillivolts, CurrentMilliamps, cvl);
            long wanted = _balance.WantedMilliamps(TerminalMillivolts, _gridCharge, _export.IsExporting);
            _isAsked = wanted > 0;
            _power.Step(wanted, new PowerLimits(
                _limits.ChargeMilliamps,
                DischargeMilliamps(),
                _stages.TargetMillivolts,
                _export.IsExporting ? Math.Max(cvl, _limits.DischargeVoltageMillivolts) : _limits.DischargeVoltageMillivolts));
        }

        private int DischargeMilliamps() =>
            _socGuard.IsShutDown ? 0
            : _grid.IsConnected ? _limits.DischargeMilliamps
            : _currentGuard.OffGridLimit(_limits.DischargeMilliamps);

        // Closed loop goes by the BMS, unless it is one of those that trust themselves more.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int SocInUse() =>
            !Settings.UsesBms || Settings.Quirks.UsesOwnSoc ? _ownSoc.Permille : BmsData.SocPermille.Or(-1);
    }
}
