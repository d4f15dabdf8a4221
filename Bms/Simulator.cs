using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Can.Dialects;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>The simulated bank behind its CAN port: the one façade that every home drives.</summary>
    /// <remarks>
    /// Time comes in through <see cref="Advance"/>, frames through <see cref="Receive"/>, text through <see cref="Execute"/>; frames go out
    /// through the <see cref="ICanBus"/>. The same inputs put the same bytes on the bus at the same simulated time, however a caller cuts time.
    /// </remarks>
    public sealed class Simulator
    {
        private const long NeverPressed = -1;

        private readonly BatteryBank _bank;
        private readonly InverterLink _link = new InverterLink();
        private readonly SpeakingBattery _first;
        private readonly SpeakingBattery _second;
        private readonly CommandInterpreter _instrument = new CommandInterpreter();
        private readonly long[] _pressedMilliseconds;
        private long _nowMilliseconds;
        private long _nextEventMilliseconds;

        /// <summary>Makes a bank: awake and sending its first set at once, or asleep until somebody presses RST.</summary>
        /// <param name="settings">Settings without fault (<see cref="SimulatorSettings.FindFault"/>).</param>
        /// <param name="bus">Where the frames go.</param>
        /// <exception cref="ArgumentException">The settings have a fault; the message says which.</exception>
        public Simulator(SimulatorSettings settings, ICanBus bus)
        {
            string fault = settings.FindFault();
            if (fault != null)
            {
                throw new ArgumentException(fault);
            }

            // Each user of randomness has its own sequence, so that a change in one leaves the others as they were.
            Prng random = new Prng(settings.Seed);
            _bank = new BatteryBank(settings.Profile, settings.BatteryCount, new Prng(random.Next()));
            _pressedMilliseconds = new long[_bank.Count];
            for (int index = 0; index < _bank.Count; index++)
            {
                _bank.ModuleAt(index).SetSocPermille(settings.SocPermille);
                _pressedMilliseconds[index] = NeverPressed;
            }

            _first = CreateSpeaker(settings, bus, random);
            _second = CreateSpeaker(settings, bus, random);
            if (settings.StartsAwake)
            {
                _bank.SkipToRunning(0);
                AppointSpeakers(true);
            }

            FindNextEvent();
        }

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get { return _nowMilliseconds; } }

        /// <summary>The batteries. After changing one of them call <see cref="Refresh"/>.</summary>
        public BatteryBank Bank { get { return _bank; } }

        /// <summary>What the master claims at present.</summary>
        public BankReport Report { get { return _first.Report; } }

        /// <summary>What was heard of the inverter.</summary>
        public InverterLink Link { get { return _link; } }

        /// <summary>What the master sends and when.</summary>
        public FrameSchedule Schedule { get { return _first.Schedule; } }

        /// <summary>The battery that talks to the inverter.</summary>
        public SpeakingBattery Master { get { return _first; } }

        /// <summary>A second battery that does, where two are numbered as master and both are wired to the inverter.</summary>
        public SpeakingBattery SecondMaster { get { return _second; } }

        /// <summary>Time until the bank does something by itself, ms; a caller that advances by this much misses nothing.</summary>
        public int MillisecondsToNextEvent
        {
            get
            {
                long wait = _nextEventMilliseconds - _nowMilliseconds;
                return wait < 0 ? 0 : wait > int.MaxValue ? int.MaxValue : (int)wait;
            }
        }

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">0 or more.</param>
        public void Advance(int milliseconds)
        {
            long end = _nowMilliseconds + (milliseconds < 0 ? 0 : milliseconds);
            while (_nextEventMilliseconds <= end)
            {
                // What was set from outside in the middle of a moment is due in that moment.
                if (_nextEventMilliseconds > _nowMilliseconds)
                {
                    _nowMilliseconds = _nextEventMilliseconds;
                }

                RunDue();
            }

            _nowMilliseconds = end;
        }

        /// <summary>Takes a frame from the bus. Only an 11-bit 0x305 means anything to the bank; its length and content do not matter.</summary>
        public void Receive(CanFrame frame)
        {
            if (frame.Id != FrameIds.InverterReply || frame.IsExtended)
            {
                return;
            }

            bool afterSilence = _link.StateAt(_nowMilliseconds) != LinkState.Alive;
            _link.Note(_nowMilliseconds);
            _first.NoteReply(_nowMilliseconds, afterSilence);
            _second.NoteReply(_nowMilliseconds, afterSilence);
            RunDue();
        }

        /// <summary>Sets the current that the inverter puts into the bank's terminals from now on, mA, charging positive.</summary>
        public void SetCurrent(int milliamps)
        {
            _bank.SetCurrent(milliamps, _nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Changes how the bank speaks; a set under way is dropped and the next one starts now.</summary>
        /// <param name="settings">Settings without fault (<see cref="DialectSettings.FindFault"/>).</param>
        /// <param name="cadence">Who leads the conversation.</param>
        public void UseDialect(DialectSettings settings, Cadence cadence)
        {
            _first.UseDialect(settings, cadence, _nowMilliseconds);
            _second.UseDialect(settings, cadence, _nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Presses the RST button of a battery. An asleep bank wakes at once.</summary>
        public void PressReset(int battery)
        {
            if (_pressedMilliseconds[battery] != NeverPressed)
            {
                return;
            }

            PowerState state = _bank.ModuleAt(battery).Power.State;
            if (state == PowerState.Asleep || state == PowerState.Off)
            {
                _bank.WakeAll(battery, _nowMilliseconds);
                Refresh();
            }
            else
            {
                _pressedMilliseconds[battery] = _nowMilliseconds;
            }
        }

        /// <summary>Lets the RST button of a battery go: after 3 s the battery falls asleep, after 6 s it restarts.</summary>
        public void ReleaseReset(int battery)
        {
            long pressed = _pressedMilliseconds[battery];
            _pressedMilliseconds[battery] = NeverPressed;
            if (pressed == NeverPressed)
            {
                return;
            }

            long held = _nowMilliseconds - pressed;
            if (held >= BmsPower.RestartHoldMilliseconds)
            {
                _bank.ModuleAt(battery).Power.Restart(_nowMilliseconds);
            }
            else if (held >= BmsPower.SleepHoldMilliseconds)
            {
                _bank.ModuleAt(battery).Power.Sleep();
            }

            Refresh();
        }

        /// <summary>Closes or opens the breaker of a battery.</summary>
        public void SetBreaker(int battery, bool isOn)
        {
            _bank.ModuleAt(battery).Power.SetBreaker(isOn, _nowMilliseconds);
            Refresh();
        }

        /// <summary>Takes up at once what was changed in a battery or a cable.</summary>
        public void Refresh()
        {
            _bank.Refresh(_nowMilliseconds);
            AppointSpeakers(false);
        }

        /// <summary>Executes one command line and gives its answer; an empty answer for a command that has none.</summary>
        public string Execute(string line)
        {
            return _instrument.Execute(line);
        }

        private SpeakingBattery CreateSpeaker(SimulatorSettings settings, ICanBus bus, Prng random)
        {
            FrameSchedule schedule = new FrameSchedule(bus, new Prng(random.Next()));
            schedule.Use(settings.Dialect, settings.Cadence, 0);
            return new SpeakingBattery(_bank, new Prng(random.Next()), schedule);
        }

        // The bank first: a set that starts at the same instant carries the new values.
        private void RunDue()
        {
            long now = _nowMilliseconds;
            long bank = _bank.NextEventMilliseconds;
            if (bank <= now)
            {
                _bank.Run(now);
                if (_bank.TakePowerChange())
                {
                    AppointSpeakers(false);
                }

                bank = _bank.NextEventMilliseconds;
            }

            long first = _first.NextEventMilliseconds;
            if (first <= now)
            {
                _first.Run(now);
                first = _first.NextEventMilliseconds;
            }

            long second = _second.NextEventMilliseconds;
            if (second <= now)
            {
                _second.Run(now);
                second = _second.NextEventMilliseconds;
            }

            long next = first < bank ? first : bank;
            _nextEventMilliseconds = second < next ? second : next;
        }

        private void FindNextEvent()
        {
            long next = _bank.NextEventMilliseconds;
            long first = _first.NextEventMilliseconds;
            long second = _second.NextEventMilliseconds;
            next = first < next ? first : next;
            _nextEventMilliseconds = second < next ? second : next;
        }

        // A battery that speaks keeps its place; a free place goes to the first entitled battery along the chain that has none.
        private void AppointSpeakers(bool isSettled)
        {
            int first = EntitledSpeakerOf(_first);
            int second = EntitledSpeakerOf(_second);
            for (int index = 0; index < _bank.Count; index++)
            {
                if (index == first || index == second || !_first.IsEntitled(index))
                {
                    continue;
                }

                if (first < 0)
                {
                    first = index;
                }
                else if (second < 0)
                {
                    second = index;
                }
            }

            _first.Appoint(first, isSettled, _nowMilliseconds);
            _second.Appoint(second, isSettled, _nowMilliseconds);
            FindNextEvent();
        }

        private static int EntitledSpeakerOf(SpeakingBattery place)
        {
            int speaker = place.Speaker;
            return speaker >= 0 && place.IsEntitled(speaker) ? speaker : -1;
        }
    }
}
