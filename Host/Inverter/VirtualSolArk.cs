using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Inverter
{
    /// <summary>A Sol-Ark as the battery sees it: listens, answers, charges and discharges, and stops when the battery falls silent.</summary>
    /// <remarks>
    /// Driven like the bank itself: time through <see cref="Advance"/>, frames through <see cref="Receive"/>, frames out through an
    /// <see cref="ICanBus"/>. The driver sets <see cref="TerminalMillivolts"/> and carries <see cref="CurrentMilliamps"/> to the bank.
    /// Sources: Sol-Ark CAN V1.3; Discover 805-0038; what is assumed says so at its setting.
    /// </remarks>
    public sealed class VirtualSolArk
    {
        private readonly InverterLinkMonitor _link;
        private readonly PowerStage _power;
        private readonly BeliefReader _reader;
        private readonly ReplyQueue _replies;
        private long _nextStepMilliseconds;
        private long _nextPollMilliseconds;

        /// <summary>Makes an inverter that is switched on at time 0.</summary>
        /// <param name="settings">Settings without fault; what is changed in them later holds from the next step.</param>
        /// <param name="bus">Where the 0x305 go.</param>
        /// <exception cref="ArgumentException">The settings have a fault; the message says which.</exception>
        public VirtualSolArk(InverterSettings settings, ICanBus bus)
        {
            string? fault = settings.FindFault();
            if (fault != null)
            {
                throw new ArgumentException(fault);
            }

            Settings = settings;
            _link = new InverterLinkMonitor(settings.StopsOnBmsError);
            _power = new PowerStage(settings.SlewMilliampsPerSecond);
            _reader = new BeliefReader(settings, Belief);
            _replies = new ReplyQueue(bus);
            _nextPollMilliseconds = settings.Quirks.PollPeriodMilliseconds == 0 ? long.MaxValue : settings.Quirks.PollPeriodMilliseconds;
        }

        /// <summary>How it is built and set up.</summary>
        public InverterSettings Settings { get; }

        /// <summary>What it believes of the battery.</summary>
        public InverterBelief Belief { get; } = new();

        /// <summary>How it watches over the battery's silence.</summary>
        public InverterLinkMonitor Link => _link;

        /// <summary>What it is doing.</summary>
        public InverterState State =>
            _link.IsFaulted ? InverterState.Fault : Belief.IsSufficient ? InverterState.Normal : InverterState.WaitingForBms;

        /// <summary>Fault that stands at present.</summary>
        public InverterFault Fault => _link.IsFaulted ? InverterFault.BmsCommunication : InverterFault.None;

        /// <summary>Faults that stand at present; <see cref="Fault"/> is the first of them.</summary>
        public InverterFaults Faults { get; } = new();

        /// <summary>Warning that stands at present.</summary>
        public InverterWarning Warning { get; private set; }

        /// <summary>What it does with the battery.</summary>
        public InverterStage Stage =>
            CurrentMilliamps > 0 ? InverterStage.Bulk : CurrentMilliamps < 0 ? InverterStage.Discharge : InverterStage.Idle;

        /// <summary>True while the charge is at "Low Batt" or below: an alarm, nothing more.</summary>
        public bool IsLowBattery { get; private set; }

        /// <summary>True while a forced charge that the bank asked for goes on.</summary>
        public bool IsForceCharging => Belief.ForceChargeRequested;

        /// <summary>Power from the grid, W; negative into it.</summary>
        public int GridWatts { get; private set; }

        /// <summary>Whether it is switched on.</summary>
        public bool IsPoweredOn { get; private set; } = true;

        /// <summary>Power that the house asks of the battery, W; negative: power that is there to charge it.</summary>
        public int LoadWatts { get => Settings.LoadWatts; set => Settings.LoadWatts = value; }

        /// <summary>Voltage at the inverter's own battery terminals, mV.</summary>
        public int TerminalMillivolts { get => _power.TerminalMillivolts; set => _power.TerminalMillivolts = value; }

        /// <summary>Current into the battery, mA, charging positive.</summary>
        public int CurrentMilliamps => _power.CurrentMilliamps;

        /// <summary>Number of 0x305 handed to the bus.</summary>
        public long ReplyCount => _replies.SentCount;

        /// <summary>Number of 0x305 that the bus had no room for.</summary>
        public long ReplyLostCount => _replies.LostCount;

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get; private set; }

        /// <summary>Time of the next thing that it does by itself, ms.</summary>
        public long NextEventMilliseconds => Math.Min(
            Math.Min(_nextStepMilliseconds, _nextPollMilliseconds),
            Math.Min(_link.NextEventMilliseconds, _replies.NextEventMilliseconds));

        /// <summary>Switches it off or on. Whoever is switched off forgets what he believed, and starts anew when he is switched on.</summary>
        public void SetPower(bool isOn)
        {
            IsPoweredOn = isOn;
        }

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">0 or more.</param>
        public void Advance(int milliseconds)
        {
            long end = NowMilliseconds + Math.Max(0, milliseconds);
            for (long next = NextEventMilliseconds; next <= end; next = NextEventMilliseconds)
            {
                NowMilliseconds = next;
                RunDue();
            }

            NowMilliseconds = end;
        }

        /// <summary>Takes a frame from the bus. Only an 11-bit data frame of a battery, long enough to be understood, means anything.</summary>
        public void Receive(CanFrame frame)
        {
            if (!_reader.TryRead(frame, NowMilliseconds))
            {
                return;
            }

            _link.NoteFrame(NowMilliseconds);
            if (frame.Id == FrameIds.Measurements && Settings.Quirks.AnswersMeasurements)
            {
                _replies.Add(NowMilliseconds + Settings.Quirks.AnswerDelayMilliseconds);
                _replies.Run(NowMilliseconds);
            }
        }

        private void RunDue()
        {
            _replies.Run(NowMilliseconds);
            if (_nextPollMilliseconds <= NowMilliseconds)
            {
                _nextPollMilliseconds += Settings.Quirks.PollPeriodMilliseconds;
                _replies.SendNow();
            }

            _link.Run(NowMilliseconds);
            if (_link.IsFaulted)
            {
                _power.Stop();
            }

            if (_nextStepMilliseconds <= NowMilliseconds)
            {
                _nextStepMilliseconds = NowMilliseconds + PowerStage.StepMilliseconds;
                StepPower();
            }
        }

        private void StepPower()
        {
            if (State != InverterState.Normal)
            {
                _power.Stop();
                return;
            }

            _power.Step(WantedMilliamps(), Limits());
        }

        // A bank that asks for a charge gets it from the grid, which then feeds the house as well.
        private long WantedMilliamps()
        {
            if (Belief.ForceChargeRequested)
            {
                return Settings.GridChargeLimitMilliamps;
            }

            return TerminalMillivolts <= 0 ? 0 : LoadWatts * -1_000_000L / TerminalMillivolts;
        }

        private PowerLimits Limits()
        {
            int charge = Belief.ChargeEnabled ? Math.Min(Settings.ChargeLimitMilliamps, Belief.ChargeCurrentLimitMilliamps.Value) : 0;
            int discharge = Belief.DischargeEnabled
                ? Math.Min(Settings.DischargeLimitMilliamps, Belief.DischargeCurrentLimitMilliamps.Value)
                : 0;
            return new PowerLimits(
                Math.Max(0, charge),
                Math.Max(0, discharge),
                Belief.ChargeVoltageLimitMillivolts.Value,
                Belief.DischargeVoltageLimitMillivolts.Value);
        }
    }
}
