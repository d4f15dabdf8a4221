using System;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>The simulated bank behind its CAN port: the one façade that every host drives.</summary>
    /// <remarks>The same inputs put the same bytes on the bus at the same simulated time, however a caller cuts time.</remarks>
    public sealed class Simulator
    {
        private readonly SimulatorSettings _settings;
        private readonly DialectSettings _startDialect = new DialectSettings();
        private readonly ICanBus _bus;
        private readonly InverterLink _link = new InverterLink();
        private readonly FaultPlan _faults = new FaultPlan();
        private readonly ExtraFrames _extraFrames;
        private readonly EventLog _events = new EventLog();
        private readonly BenchLoad _load = new BenchLoad();
        private readonly ResetButtons _buttons = new ResetButtons();
        private readonly CanMasters _masters;
        private readonly Agenda _agenda;
        private readonly BankBuilder _builder;
        private readonly CommandInterpreter _instrument;
        private long _nowMilliseconds;

        /// <summary>Makes a bank: awake and sending its first burst at once, or asleep until RST is pressed.</summary>
        /// <param name="settings">Settings without error (<see cref="SimulatorSettings.FindProblem"/>).</param>
        /// <param name="bus">Where the frames go.</param>
        /// <param name="owner">Told of every bank that is dropped or built, the first one included; null for nobody.</param>
        /// <exception cref="ArgumentException">The settings have an error; the message says which.</exception>
        public Simulator(SimulatorSettings settings, ICanBus bus, IBankOwner owner = null)
        {
            string problem = settings.FindProblem();
            if (problem != null)
            {
                throw new ArgumentException(problem);
            }

            _settings = settings;
            _startDialect.CopyFrom(settings.Dialect);
            _bus = bus;
            _extraFrames = new ExtraFrames(_faults);
            _masters = new CanMasters(bus, _faults, settings.Seed);
            _agenda = new Agenda(this, _buttons, _load, _masters);
            _builder = new BankBuilder(settings, owner, _buttons, _load, _masters, _agenda);
            _builder.Build(settings.Profile, settings.BatteryCount, _startDialect, settings.Cadence, settings.StartsAwake, 0);
            _instrument = new CommandInterpreter(this);
        }

        /// <summary>The settings that the simulator was made from.</summary>
        public SimulatorSettings Settings { get { return _settings; } }

        /// <summary>The dialect that the simulator was made with.</summary>
        public DialectSettings StartDialect { get { return _startDialect; } }

        /// <summary>The faults that an operator ordered; after a change call <see cref="OnFaultsChange"/>.</summary>
        public FaultPlan Faults { get { return _faults; } }

        /// <summary>The frames that the bank sends besides its own; after a change call <see cref="OnFaultsChange"/>.</summary>
        public ExtraFrames ExtraFrames { get { return _extraFrames; } }

        /// <summary>The cable to the bus: what it lost. It loses frames only while a fault of the cable acts.</summary>
        public NoisyCanBus Cable { get { return _masters.Cable; } }

        /// <summary>What happened.</summary>
        public EventLog Events { get { return _events; } }

        /// <summary>The bus that the bank was given.</summary>
        public ICanBus Bus { get { return _bus; } }

        /// <summary>The command language.</summary>
        public CommandInterpreter Instrument { get { return _instrument; } }

        /// <summary>Power on the terminals, W, positive for a load; where no inverter closes the loop.</summary>
        public int LoadWatts { get { return _load.Watts; } }

        /// <summary>Current that is asked of the bank, mA, charging positive.</summary>
        public int DemandMilliamps { get { return _load.DemandMilliamps; } }

        /// <summary>False while the bank is held silent on CAN.</summary>
        public bool IsOutputOn { get { return _masters.IsOutputOn; } set { _masters.IsOutputOn = value; } }

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get { return _nowMilliseconds; } }

        /// <summary>The batteries. After changing one of them call <see cref="Refresh"/>. Another object after every rebuild.</summary>
        public BatteryBank Bank { get { return _builder.Bank; } }

        /// <summary>What the master claims at present.</summary>
        public BankReport Report { get { return _masters.First.Report; } }

        /// <summary>What was received from the inverter.</summary>
        public InverterLink Link { get { return _link; } }

        /// <summary>What the master sends and when.</summary>
        public FrameSchedule Schedule { get { return _masters.First.Schedule; } }

        /// <summary>The battery that talks to the inverter.</summary>
        public CanMaster Master { get { return _masters.First; } }

        /// <summary>Simulated time of what the bank does next by itself, ms; a caller that advances no further misses nothing.</summary>
        /// <remarks>Now for what was set from outside in the middle of a moment: it is due in that moment.</remarks>
        public long NextEventMilliseconds
        {
            get
            {
                long next = _agenda.NextEventMilliseconds;
                return next < _nowMilliseconds ? _nowMilliseconds : next;
            }
        }

        /// <summary>Announces a number of followers, as the count switches of some hosts do; -1 for none announced.</summary>
        public void ExpectFollowers(int count)
        {
            _masters.ExpectFollowers(count);
        }

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">0 or more.</param>
        public void Advance(int milliseconds)
        {
            long end = _nowMilliseconds + (milliseconds < 0 ? 0 : milliseconds);
            long next = _agenda.NextEventMilliseconds;
            while (next <= end)
            {
                // What was set from outside in the middle of a moment is due in that moment.
                if (next > _nowMilliseconds)
                {
                    _nowMilliseconds = next;
                }

                next = _agenda.Run(_nowMilliseconds);
            }

            _nowMilliseconds = end;
        }

        /// <summary>Goes to <see cref="NextEventMilliseconds"/> and does what falls due there.</summary>
        /// <returns>Time of what comes after it, ms; it may be the same moment.</returns>
        public long RunNextEvent()
        {
            _nowMilliseconds = NextEventMilliseconds;
            return _agenda.Run(_nowMilliseconds);
        }

        /// <summary>Takes a frame from the bus. Only an 11-bit 0x305 means anything to the bank; its length and content do not matter.</summary>
        public void Receive(CanFrame frame)
        {
            if (_masters.LosesReceived() || frame.Id != InverterReplyFrame.CanId || frame.IsExtended)
            {
                return;
            }

            bool afterSilence = _link.StateAt(_nowMilliseconds) != LinkState.Alive;
            _link.Record(_nowMilliseconds);
            _masters.OnReply(_nowMilliseconds, afterSilence);
            _agenda.OnReply(_nowMilliseconds);
        }

        /// <summary>Sets the current that the inverter puts into the bank's terminals from now on, mA, charging positive.</summary>
        public void SetCurrent(int milliamps)
        {
            _load.SetCurrent(milliamps);
            _agenda.ApplyDemand(_nowMilliseconds);
            _agenda.FindNextEvent();
        }

        /// <summary>Puts a constant power on the terminals from now on, W, positive for a load.</summary>
        public void SetLoad(int watts)
        {
            _load.Start(watts, _nowMilliseconds);
            _agenda.OnOrder(_nowMilliseconds);
        }

        /// <summary>Takes up a change of the faults.</summary>
        public void OnFaultsChange()
        {
            _masters.OnFaultsChanged(_nowMilliseconds);
            GaugeFaults.Fit(_faults, _builder.Bank, _nowMilliseconds);
            _agenda.OnOrder(_nowMilliseconds);
        }

        /// <summary>Changes how the bank speaks; a burst under way is dropped and the next one starts now.</summary>
        /// <param name="settings">Settings without error (<see cref="DialectSettings.FindProblem"/>).</param>
        /// <param name="cadence">Who leads the conversation.</param>
        public void UseDialect(DialectSettings settings, Cadence cadence)
        {
            _masters.UseDialect(settings, cadence, _nowMilliseconds);
            _agenda.FindNextEvent();
        }

        /// <summary>True while the RST button of a battery is held.</summary>
        public bool IsResetPressed(int battery)
        {
            return _buttons.IsPressed(battery);
        }

        /// <summary>Presses the RST button of a battery and releases it after a time, ms.</summary>
        public void HoldReset(int battery, int milliseconds)
        {
            PressReset(battery);
            _buttons.ReleaseAt(battery, _nowMilliseconds + milliseconds);
            _agenda.FindNextEvent();
        }

        /// <summary>Presses the RST button of a battery. An asleep bank wakes at once.</summary>
        public void PressReset(int battery)
        {
            if (_buttons.Press(battery, _nowMilliseconds))
            {
                Refresh();
            }
        }

        /// <summary>Releases the RST button of a battery: after 3 s the battery falls asleep, after 6 s it restarts.</summary>
        public void ReleaseReset(int battery)
        {
            if (_buttons.Release(battery, _nowMilliseconds))
            {
                Refresh();
            }
        }

        /// <summary>Closes or opens the breaker of a battery.</summary>
        public void SetBreaker(int battery, bool isOn)
        {
            _builder.Bank.ModuleAt(battery).Power.SetBreaker(isOn, _nowMilliseconds);
            Refresh();
        }

        /// <summary>Wires the CAN port of a battery to the inverter or takes it off; call <see cref="Refresh"/> then.</summary>
        public void SetInverterCable(int battery, bool isPlugged)
        {
            _builder.Bank.Wiring.SetInverter(battery, isPlugged);
            _masters.OnInverterCable(battery, isPlugged, _nowMilliseconds);
        }

        /// <summary>Makes every battery awake at once with its switches as they are, as a bank is after hours of service.</summary>
        public void SkipToRunning()
        {
            _builder.Bank.SkipToRunning(_nowMilliseconds);
            _agenda.Refresh(true, _nowMilliseconds);
        }

        /// <summary>Takes up at once what was changed in a battery or a cable.</summary>
        public void Refresh()
        {
            _agenda.Refresh(false, _nowMilliseconds);
        }

        /// <summary>Executes one command line and gives its answer; an empty answer for a command that has none.</summary>
        public string Execute(string line)
        {
            return _instrument.Execute(line);
        }

        /// <summary>Says in one sentence why another bank cannot be built in place of this one; null if it can.</summary>
        public string FindRebuildProblem(BatteryProfile profile, int batteryCount)
        {
            return _builder.FindProblem(profile, batteryCount);
        }

        /// <summary>Builds another bank in place of this one; dialect, cadence, output and faults stay.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">A number that the product allows (<see cref="BankRules.FindProblem"/>).</param>
        /// <param name="isAwake">True for awake in any case; otherwise awake if the bank before was, or if the settings say so.</param>
        /// <returns>Null if the new bank is there; otherwise why not, in one sentence. The bank before is then there, or was built anew.</returns>
        public string Rebuild(BatteryProfile profile, int batteryCount, bool isAwake)
        {
            return _builder.FindProblem(profile, batteryCount)
                ?? _builder.Exchange(profile, batteryCount, Schedule.Dialect, Schedule.Cadence, isAwake, _nowMilliseconds);
        }

        /// <summary>Goes back to what the simulator was started with; time goes on, and a bank that was awake is awake again.</summary>
        /// <returns>Null, or why it was not possible, as <see cref="Rebuild"/>.</returns>
        public string Reset()
        {
            string problem = _builder.FindProblem(_settings.Profile, _settings.BatteryCount);
            if (problem == null)
            {
                _faults.ClearAll();
                _masters.ReplaceCable();
                _masters.IsOutputOn = true;
                _load.Stop();
                problem = _builder.Exchange(_settings.Profile, _settings.BatteryCount, _startDialect, _settings.Cadence, false, _nowMilliseconds);
            }

            return problem;
        }
    }
}
