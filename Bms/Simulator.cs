using System;
using BatterySim.Bms.Can;
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
        private readonly BatteryBank _bank;
        private readonly InverterLink _link = new InverterLink();
        private readonly FrameSchedule _schedule;
        private readonly CommandInterpreter _instrument = new CommandInterpreter();
        private long _nowMilliseconds;

        /// <summary>Makes a bank that is awake and sends its first set at once.</summary>
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

            _bank = new BatteryBank(settings.Profile, settings.BatteryCount);
            for (int index = 0; index < _bank.Count; index++)
            {
                _bank.ModuleAt(index).SetSocPermille(settings.SocPermille);
            }

            _schedule = new FrameSchedule(bus, _link, new Prng(settings.Seed));
            _schedule.Use(settings.Dialect, settings.Cadence, 0);
            _schedule.Start(0);
        }

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get { return _nowMilliseconds; } }

        /// <summary>The batteries.</summary>
        public BatteryBank Bank { get { return _bank; } }

        /// <summary>What the master claims at present.</summary>
        public BankReport Report { get { return _bank.Report; } }

        /// <summary>What was heard of the inverter.</summary>
        public InverterLink Link { get { return _link; } }

        /// <summary>What is sent and when.</summary>
        public FrameSchedule Schedule { get { return _schedule; } }

        /// <summary>Time until the bank does something by itself, ms; a caller that advances by this much misses nothing.</summary>
        public int MillisecondsToNextEvent
        {
            get { return (int)(NextEventMilliseconds - _nowMilliseconds); }
        }

        private long NextEventMilliseconds
        {
            get
            {
                long bank = _bank.NextEventMilliseconds;
                long schedule = _schedule.NextEventMilliseconds;
                return bank < schedule ? bank : schedule;
            }
        }

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">0 or more.</param>
        public void Advance(int milliseconds)
        {
            long end = _nowMilliseconds + (milliseconds < 0 ? 0 : milliseconds);
            while (true)
            {
                long next = NextEventMilliseconds;
                if (next > end)
                {
                    break;
                }

                _nowMilliseconds = next;
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

            _schedule.NoteReply(_nowMilliseconds);
            RunDue();
        }

        /// <summary>Sets the current at the bank's terminals from now on, mA, charging positive.</summary>
        public void SetCurrent(int milliamps)
        {
            _bank.SetCurrent(milliamps, _nowMilliseconds);
        }

        /// <summary>Executes one command line and gives its answer; an empty answer for a command that has none.</summary>
        public string Execute(string line)
        {
            return _instrument.Execute(line);
        }

        // The bank first: a set that starts at the same instant carries the new values.
        private void RunDue()
        {
            if (_bank.NextEventMilliseconds <= _nowMilliseconds)
            {
                _bank.Run(_nowMilliseconds);
            }

            if (_schedule.NextEventMilliseconds <= _nowMilliseconds)
            {
                _schedule.Run(_nowMilliseconds, _bank.Report);
            }
        }
    }
}
