using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
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
        private const uint CableSeed = 0xCAB1E;

        private readonly SimulatorSettings _settings;
        private readonly DialectSettings _startDialect = new DialectSettings();
        private readonly ICanBus _bus;
        private readonly InverterLink _link = new InverterLink();
        private readonly FaultPlan _faults = new FaultPlan();
        private readonly ExtraFrames _extraFrames;
        private readonly EventLog _events = new EventLog();
        private readonly BenchLoad _load = new BenchLoad();
        private readonly EventWatch _watch;
        private readonly CommandInterpreter _instrument;
        private BatteryBank _bank;
        private NoisyCanBus _cable;
        private bool _isCableBad;
        private SpeakingBattery _first;
        private SpeakingBattery _second;
        private uint _secondScheduleSeed;
        private uint _secondSeed;
        private long[] _pressedMilliseconds;
        private long[] _releaseMilliseconds;
        private long _nextReleaseMilliseconds = long.MaxValue;
        private int _demandMilliamps;
        private long _nowMilliseconds;
        private long _nextEventMilliseconds;
        private long _rareEventMilliseconds;

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

            _settings = settings;
            _startDialect.CopyFrom(settings.Dialect);
            _bus = bus;
            _cable = CreateCable();
            _extraFrames = new ExtraFrames(_faults);
            _watch = new EventWatch(this, _events);
            Build(settings.Profile, settings.BatteryCount, _startDialect, settings.Cadence);
            _instrument = new CommandInterpreter(this);
        }

        /// <summary>The settings that the simulator was made from.</summary>
        public SimulatorSettings Settings { get { return _settings; } }

        /// <summary>The dialect that the simulator was made with.</summary>
        public DialectSettings StartDialect { get { return _startDialect; } }

        /// <summary>The faults that an operator ordered; after a change call <see cref="NoteFaults"/>.</summary>
        public FaultPlan Faults { get { return _faults; } }

        /// <summary>The frames that the bank sends besides its own; after a change call <see cref="NoteFaults"/>.</summary>
        public ExtraFrames ExtraFrames { get { return _extraFrames; } }

        /// <summary>The cable to the bus: what it lost. It does so only while a fault of the cable acts.</summary>
        public NoisyCanBus Cable { get { return _cable; } }

        /// <summary>What happened.</summary>
        public EventLog Events { get { return _events; } }

        /// <summary>The bus that the bank was given.</summary>
        public ICanBus Bus { get { return _bus; } }

        /// <summary>The command language.</summary>
        public CommandInterpreter Instrument { get { return _instrument; } }

        /// <summary>Power on the terminals, W, positive for a load; where no inverter closes the loop.</summary>
        public int LoadWatts { get { return _load.Watts; } }

        /// <summary>Current that is asked of the bank, mA, charging positive.</summary>
        public int DemandMilliamps { get { return _demandMilliamps; } }

        /// <summary>False while the bank is held silent on CAN.</summary>
        public bool IsOutputOn { get { return _first.Recorder.IsOn; } }

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
        /// <remarks>Null until a battery other than the first was wired to the inverter (<see cref="SetInverterCable"/>).</remarks>
        public SpeakingBattery SecondMaster { get { return _second; } }

        /// <summary>Announces a number of followers, as the count switches of some hosts do; -1 for none announced.</summary>
        public void ExpectFollowers(int count)
        {
            _first.Aggregator.ExpectedFollowers = count;
            if (_second != null)
            {
                _second.Aggregator.ExpectedFollowers = count;
            }
        }

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
            if (_isCableBad && _cable.LosesReceived())
            {
                return;
            }

            if (frame.Id != FrameIds.InverterReply || frame.IsExtended)
            {
                return;
            }

            bool afterSilence = _link.StateAt(_nowMilliseconds) != LinkState.Alive;
            _link.Note(_nowMilliseconds);
            _first.NoteReply(_nowMilliseconds, afterSilence);
            if (_second != null)
            {
                _second.NoteReply(_nowMilliseconds, afterSilence);
            }

            _watch.LookAtLink(_nowMilliseconds);
            RunDue();
        }

        /// <summary>Sets the current that the inverter puts into the bank's terminals from now on, mA, charging positive.</summary>
        public void SetCurrent(int milliamps)
        {
            _load.Stop();
            Demand(milliamps);
            FindNextEvent();
        }

        /// <summary>Puts a constant power on the terminals from now on, W, positive for a load.</summary>
        public void SetLoad(int watts)
        {
            _load.Start(watts, _nowMilliseconds);
            FindRareEvent();
            RunDue();
        }

        /// <summary>Lets the bank's frames out or holds them back.</summary>
        public void SetOutput(bool isOn)
        {
            _first.Recorder.IsOn = isOn;
            if (_second != null)
            {
                _second.Recorder.IsOn = isOn;
            }
        }

        /// <summary>Takes up a change of the faults.</summary>
        public void NoteFaults()
        {
            _first.NoteFaults();
            if (_second != null)
            {
                _second.NoteFaults();
            }

            FitCable();
            FindRareEvent();
            RunDue();
        }

        /// <summary>Builds another bank in place of this one; dialect, cadence, output and faults stay.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">A number that the product allows (<see cref="BankRules.FindFault"/>).</param>
        public void Rebuild(BatteryProfile profile, int batteryCount)
        {
            bool isOn = IsOutputOn;
            Build(profile, batteryCount, _first.Schedule.Dialect, _first.Schedule.Cadence);
            SetOutput(isOn);
        }

        /// <summary>Goes back to what the simulator was started with; time goes on.</summary>
        public void Reset()
        {
            _faults.ClearAll();
            _cable = CreateCable();
            _load.Stop();
            Build(_settings.Profile, _settings.BatteryCount, _startDialect, _settings.Cadence);
        }

        /// <summary>True while the RST button of a battery is held.</summary>
        public bool IsResetPressed(int battery)
        {
            return _pressedMilliseconds[battery] != NeverPressed;
        }

        /// <summary>Presses the RST button of a battery and lets it go after a time, ms.</summary>
        public void HoldReset(int battery, int milliseconds)
        {
            PressReset(battery);
            if (_pressedMilliseconds[battery] != NeverPressed)
            {
                _releaseMilliseconds[battery] = _nowMilliseconds + milliseconds;
                FindNextRelease();
                FindNextEvent();
            }
        }

        /// <summary>Makes every battery awake at once with its switches as they stand, as a bank is after hours of service.</summary>
        public void SkipToRunning()
        {
            _bank.SkipToRunning(_nowMilliseconds);
            AppointSpeakers(true);
            _watch.Run(_nowMilliseconds);
            FindNextEvent();
        }

        private void Demand(int milliamps)
        {
            _demandMilliamps = milliamps;
            _bank.SetCurrent(milliamps, _nowMilliseconds);
        }

        /// <summary>Changes how the bank speaks; a set under way is dropped and the next one starts now.</summary>
        /// <param name="settings">Settings without fault (<see cref="DialectSettings.FindFault"/>).</param>
        /// <param name="cadence">Who leads the conversation.</param>
        public void UseDialect(DialectSettings settings, Cadence cadence)
        {
            _first.UseDialect(settings, cadence, _nowMilliseconds);
            if (_second != null)
            {
                _second.UseDialect(settings, cadence, _nowMilliseconds);
            }

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
            _releaseMilliseconds[battery] = long.MaxValue;
            FindNextRelease();
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

        /// <summary>Wires the CAN port of a battery to the inverter or takes it off; call <see cref="Refresh"/> then.</summary>
        /// <remarks>
        /// Two batteries can only speak where one of them is not the first. What the second one needs is made when it is wired and not
        /// before: on a board it is 8 kB that no bank as it should be ever uses.
        /// </remarks>
        public void SetInverterCable(int battery, bool isPlugged)
        {
            _bank.Wiring.SetInverter(battery, isPlugged);
            if (battery > 0 && isPlugged && _second == null)
            {
                _second = CreateSpeaker(_first.Schedule.Dialect, _first.Schedule.Cadence, _secondScheduleSeed, _secondSeed);
                _second.Recorder.IsOn = IsOutputOn;
                _second.Recorder.Bus = _first.Recorder.Bus;
                _second.Aggregator.ExpectedFollowers = _first.Aggregator.ExpectedFollowers;
            }
        }

        /// <summary>Takes up at once what was changed in a battery or a cable.</summary>
        public void Refresh()
        {
            _bank.Refresh(_nowMilliseconds);
            AppointSpeakers(false);
            _watch.Run(_nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Executes one command line and gives its answer; an empty answer for a command that has none.</summary>
        public string Execute(string line)
        {
            return _instrument.Execute(line);
        }

        private void Build(BatteryProfile profile, int batteryCount, DialectSettings dialect, Cadence cadence)
        {
            // Each user of randomness has its own sequence, so that a change in one leaves the others as they were.
            Prng random = new Prng(_settings.Seed);
            _bank = new BatteryBank(profile, batteryCount, new Prng(random.Next()), _nowMilliseconds);
            _pressedMilliseconds = new long[batteryCount];
            _releaseMilliseconds = new long[batteryCount];
            _nextReleaseMilliseconds = long.MaxValue;
            for (int index = 0; index < batteryCount; index++)
            {
                _bank.ModuleAt(index).SetSocPermille(_settings.SocPermille);
                _pressedMilliseconds[index] = NeverPressed;
                _releaseMilliseconds[index] = long.MaxValue;
            }

            uint scheduleSeed = random.Next();
            _first = CreateSpeaker(dialect, cadence, scheduleSeed, random.Next());
            _second = null;
            _secondScheduleSeed = random.Next();
            _secondSeed = random.Next();
            FitCable();
            if (_settings.StartsAwake)
            {
                _bank.SkipToRunning(_nowMilliseconds);
                AppointSpeakers(true);
            }

            _bank.SetCurrent(_demandMilliamps, _nowMilliseconds);
            _watch.Begin(_nowMilliseconds);
            FindNextEvent();
        }

        private SpeakingBattery CreateSpeaker(DialectSettings dialect, Cadence cadence, uint scheduleSeed, uint seed)
        {
            SpeakingBattery speaker = new SpeakingBattery(_bank, _bus, _faults, new Prng(scheduleSeed), new Prng(seed));
            speaker.UseDialect(dialect, cadence, _nowMilliseconds);
            return speaker;
        }

        private NoisyCanBus CreateCable()
        {
            return new NoisyCanBus(_bus, new Prng(_settings.Seed ^ CableSeed));
        }

        // A bad cable lies between the bank and its bus only while a fault orders it: a good one costs nothing.
        private void FitCable()
        {
            FaultWindow burst = _faults.At(FaultPlan.IndexOf(CableFaultKind.Burst));
            FaultWindow busOff = _faults.At(FaultPlan.IndexOf(CableFaultKind.BusOff));
            bool hasBursts = burst.IsActiveAt(_nowMilliseconds);
            bool goesOff = busOff.IsActiveAt(_nowMilliseconds);
            _cable.BurstPermille = hasBursts ? burst.Value : 0;
            _cable.BurstFramesMax = hasBursts ? (int)burst.Detail : 1;
            _cable.BusOffPermille = goesOff ? busOff.Value : 0;
            _cable.BusOffFramesMax = goesOff ? (int)busOff.Detail : 1;
            _isCableBad = hasBursts || goesOff;
            ICanBus bus = _isCableBad ? (ICanBus)_cable : _bus;
            _first.Recorder.Bus = bus;
            if (_second != null)
            {
                _second.Recorder.Bus = bus;
            }
        }

        // What a person does comes first, then the bank: a set that starts at the same instant carries the new values.
        private void RunDue()
        {
            long now = _nowMilliseconds;
            if (_rareEventMilliseconds <= now)
            {
                RunRare(now);
            }

            long bank = _bank.NextEventMilliseconds;
            if (bank <= now)
            {
                _bank.Run(now);
                if (_bank.TakePowerChange())
                {
                    AppointSpeakers(false);
                    _watch.Run(now);
                }

                bank = _bank.NextEventMilliseconds;
            }

            long first = _first.NextEventMilliseconds;
            if (first <= now)
            {
                _first.Run(now);
                first = _first.NextEventMilliseconds;
            }

            long second = _second == null ? long.MaxValue : _second.NextEventMilliseconds;
            if (second <= now)
            {
                _second.Run(now);
                second = _second.NextEventMilliseconds;
            }

            long next = first < bank ? first : bank;
            next = second < next ? second : next;
            _nextEventMilliseconds = _rareEventMilliseconds < next ? _rareEventMilliseconds : next;
        }

        // What comes once a second or less, looked at through one time so that it costs nothing in between.
        private void RunRare(long now)
        {
            if (_faults.NextEventMilliseconds <= now)
            {
                _faults.Run(now, _events);
                FitCable();
            }

            if (_extraFrames.NextEventMilliseconds <= now)
            {
                _extraFrames.Run(now, _first.Recorder.Bus, !IsOutputOn || _first.Speaker < 0);
            }

            if (_nextReleaseMilliseconds <= now)
            {
                ReleaseDue(now);
            }

            if (_load.NextEventMilliseconds <= now)
            {
                Demand(_load.Run(now, _bank.VoltageMillivolts));
            }

            if (_watch.NextEventMilliseconds <= now)
            {
                _watch.Run(now);
            }

            FindRareEvent();
        }

        private void ReleaseDue(long now)
        {
            for (int index = 0; index < _releaseMilliseconds.Length; index++)
            {
                if (_releaseMilliseconds[index] <= now)
                {
                    ReleaseReset(index);
                }
            }
        }

        private void FindNextRelease()
        {
            _nextReleaseMilliseconds = long.MaxValue;
            for (int index = 0; index < _releaseMilliseconds.Length; index++)
            {
                long release = _releaseMilliseconds[index];
                _nextReleaseMilliseconds = release < _nextReleaseMilliseconds ? release : _nextReleaseMilliseconds;
            }
        }

        private void FindNextEvent()
        {
            long next = _bank.NextEventMilliseconds;
            long first = _first.NextEventMilliseconds;
            long second = _second == null ? long.MaxValue : _second.NextEventMilliseconds;
            next = first < next ? first : next;
            next = second < next ? second : next;
            FindRareEvent();
            _nextEventMilliseconds = FirstOf(next, _rareEventMilliseconds);
        }

        private void FindRareEvent()
        {
            long next = FirstOf(_faults.NextEventMilliseconds, _nextReleaseMilliseconds);
            next = FirstOf(next, _load.NextEventMilliseconds);
            next = FirstOf(next, _extraFrames.NextEventMilliseconds);
            _rareEventMilliseconds = FirstOf(next, _watch.NextEventMilliseconds);
        }

        private static long FirstOf(long one, long other)
        {
            return one < other ? one : other;
        }

        // A battery that speaks keeps its place; a free place goes to the first entitled battery along the chain that has none.
        private void AppointSpeakers(bool isSettled)
        {
            int first = EntitledSpeakerOf(_first);
            int second = _second == null ? -1 : EntitledSpeakerOf(_second);
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
                else if (second < 0 && _second != null)
                {
                    second = index;
                }
            }

            _first.Appoint(first, isSettled, _nowMilliseconds);
            if (_second != null)
            {
                _second.Appoint(second, isSettled, _nowMilliseconds);
            }

            FindNextEvent();
        }

        private static int EntitledSpeakerOf(SpeakingBattery place)
        {
            int speaker = place.Speaker;
            return speaker >= 0 && place.IsEntitled(speaker) ? speaker : -1;
        }
    }
}
