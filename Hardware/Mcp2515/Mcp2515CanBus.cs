using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>A CAN port made of an MCP2515 with transceiver. <see cref="Poll"/> drives everything and never waits.</summary>
    /// <remarks>
    /// Nothing is allocated after construction. One thread calls all members. A chip that does not answer, loses its supply or goes
    /// off the bus is tried again with growing pauses; meanwhile frames are refused with <see cref="SendResult.BusOff"/>.
    /// </remarks>
    public sealed class Mcp2515CanBus : ICanController, ICanBusCounters, ICanBusDelivery
    {
        /// <summary>Shortest and longest pause before a chip that failed its test is tried again, ms.</summary>
        public const int FaultPauseMinMilliseconds = 1000;

        /// <summary>See <see cref="FaultPauseMinMilliseconds"/>.</summary>
        public const int FaultPauseMaxMilliseconds = 30000;

        /// <summary>Shortest and longest pause before a chip that went off the bus joins it again, ms.</summary>
        public const int BusOffPauseMinMilliseconds = 100;

        /// <summary>See <see cref="BusOffPauseMinMilliseconds"/>.</summary>
        public const int BusOffPauseMaxMilliseconds = 10000;

        /// <summary>Longest time between two looks at the error counters, ms. They are looked at in every call while a frame is being sent.</summary>
        public const int HealthPeriodMilliseconds = 100;

        // From TEC (0x1C) to the copy of CANCTRL at 0x2F in one instruction; what was read stands behind instruction and address.
        private const int HealthCount = 20;
        private const int HealthOffset = 2 - Mcp2515Registers.TransmitErrorCount;

        private const int OverflowMask = Mcp2515Registers.Receive1Overflow | Mcp2515Registers.Receive0Overflow;
        private const int PassiveMask = Mcp2515Registers.TransmitPassive | Mcp2515Registers.ReceivePassive;
        private const int WarningMask = Mcp2515Registers.TransmitWarning | Mcp2515Registers.ReceiveWarning | Mcp2515Registers.Warning;

        private const int OtherInterruptMask =
            Mcp2515Registers.ErrorInterrupt | Mcp2515Registers.MessageErrorInterrupt | Mcp2515Registers.WakeInterrupt;

        private readonly Mcp2515Settings _settings;
        private readonly string _title;
        private readonly IInputLine _interrupt;
        private readonly Mcp2515Timing _timing;
        private readonly Mcp2515Instructions _chip;
        private readonly Mcp2515StartUp _startUp;
        private readonly Mcp2515Transmitter _transmitter;
        private readonly Mcp2515Receiver _receiver;
        private readonly Mcp2515Statistics _statistics = new Mcp2515Statistics();
        private Mcp2515Phase _phase;
        private CanBusState _state = CanBusState.BusOff;
        private string _fault;
        private long _nowMilliseconds;
        private long _retryMilliseconds;
        private long _healthMilliseconds;
        private int _faultPauseMilliseconds = FaultPauseMinMilliseconds;
        private int _busOffPauseMilliseconds = BusOffPauseMinMilliseconds;
        private int _sentBeforeBusOff;

        /// <summary>Makes a port that asks the chip by itself in every <see cref="Poll"/>.</summary>
        /// <param name="port">Way to the chip.</param>
        /// <param name="settings">Settings, not changed afterwards.</param>
        public Mcp2515CanBus(ISpiPort port, Mcp2515Settings settings)
            : this(port, settings, null)
        {
        }

        /// <summary>Makes a port that leaves the chip alone while its interrupt line rests and nothing is being sent.</summary>
        /// <param name="port">Way to the chip.</param>
        /// <param name="settings">Settings, not changed afterwards.</param>
        /// <param name="interrupt">The chip's INT pin, active when low; null to do without.</param>
        public Mcp2515CanBus(ISpiPort port, Mcp2515Settings settings, IInputLine interrupt)
        {
            _settings = settings;
            _title = "MCP2515, crystal " + (settings.CrystalHertz / 1000000) + " MHz, " + (settings.BitsPerSecond / 1000) + " kbit/s";
            _interrupt = interrupt;
            _timing = new Mcp2515Timing(settings.CrystalHertz, settings.BitsPerSecond);
            _chip = new Mcp2515Instructions(port);
            _startUp = new Mcp2515StartUp(_chip, settings, _timing);
            _transmitter = new Mcp2515Transmitter(_chip, settings, _statistics);
            _receiver = new Mcp2515Receiver(_chip, settings.ReceiveQueueLength, _statistics);
        }

        /// <inheritdoc/>
        public string Title { get { return _title; } }

        /// <inheritdoc/>
        public CanBusState State { get { return _state; } }

        /// <inheritdoc/>
        public int TransmitErrorCount { get { return _statistics.TransmitErrorCount; } }

        /// <inheritdoc/>
        public int ReceiveErrorCount { get { return _statistics.ReceiveErrorCount; } }

        /// <summary>True while the chip has passed its test and is on the bus.</summary>
        public bool IsReady { get { return _phase == Mcp2515Phase.Running; } }

        /// <summary>What is wrong with the settings or the chip, as one sentence for the console; null if nothing is known to be.</summary>
        public string Fault { get { return _fault; } }

        /// <summary>True while nobody acknowledges, so that each frame is tried once only.</summary>
        public bool IsQuiet { get { return _transmitter.IsQuiet; } }

        /// <summary>What was sent, received, lost and counted.</summary>
        public Mcp2515Statistics Statistics { get { return _statistics; } }

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id)
        {
            return _statistics.Deliveries.AcknowledgedCountOf(id);
        }

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id)
        {
            return _statistics.Deliveries.AbandonedCountOf(id);
        }

        /// <inheritdoc/>
        void ICanController.Start(long nowMilliseconds)
        {
            Start(nowMilliseconds);
        }

        /// <summary>Resets the chip; the following calls of <see cref="Poll"/> test it and bring it to the bus.</summary>
        /// <returns>Null, or what is wrong with the settings; then the port stays silent.</returns>
        public string Start(long nowMilliseconds)
        {
            _nowMilliseconds = nowMilliseconds;
            _fault = _settings.FindProblem();
            if (_fault == null)
            {
                Restart(true);
            }

            return _fault;
        }

        /// <summary>Does what there is to do: call it in every turn of the main loop.</summary>
        /// <param name="nowMilliseconds">Time; never goes back.</param>
        public void Poll(long nowMilliseconds)
        {
            _nowMilliseconds = nowMilliseconds;
            switch (_phase)
            {
                case Mcp2515Phase.StartingUp:
                    PollStartUp();
                    break;
                case Mcp2515Phase.Running:
                    PollRunning();
                    break;
                case Mcp2515Phase.Faulted:
                case Mcp2515Phase.OffBus:
                    if (nowMilliseconds >= _retryMilliseconds)
                    {
                        Restart(_phase == Mcp2515Phase.Faulted);
                    }

                    break;
                default:
                    break;
            }
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            return _phase == Mcp2515Phase.Running ? _transmitter.Send(frame, _nowMilliseconds) : SendResult.BusOff;
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _receiver.TryTake(frame);
        }

        private void Restart(bool testsLoopback)
        {
            _phase = Mcp2515Phase.StartingUp;
            _receiver.Restart();
            _transmitter.Restart();
            _startUp.Begin(_nowMilliseconds, testsLoopback);
        }

        private void PollStartUp()
        {
            _startUp.Run(_nowMilliseconds);
            if (_startUp.Fault != null)
            {
                EnterFault(_startUp.Fault);
            }
            else if (_startUp.IsDone)
            {
                _phase = Mcp2515Phase.Running;
                _state = CanBusState.ErrorActive;
                _fault = null;
                _healthMilliseconds = _nowMilliseconds + HealthPeriodMilliseconds;
            }
        }

        private void PollRunning()
        {
            bool isHealthDue = _transmitter.IsBusy || _nowMilliseconds >= _healthMilliseconds;
            if (_interrupt != null && !_interrupt.IsActive && !isHealthDue)
            {
                return;
            }

            int received = _statistics.ReceivedCount;
            int status = _receiver.Run(_chip.ReadStatus(), _nowMilliseconds);
            if (_statistics.ReceivedCount != received)
            {
                _transmitter.OnFrameReceived();
            }

            _transmitter.Run(status, _nowMilliseconds);
            if (isHealthDue || _interrupt != null)
            {
                CheckHealth();
            }
        }

        private void CheckHealth()
        {
            _healthMilliseconds = _nowMilliseconds + HealthPeriodMilliseconds;
            byte[] read = _chip.Read(Mcp2515Registers.TransmitErrorCount, HealthCount);
            bool isAlive = read[HealthOffset + Mcp2515Registers.Cnf2] == _timing.Cnf2
                && read[HealthOffset + Mcp2515Registers.InterruptEnable] == Mcp2515StartUp.Interrupts
                && (read[HealthOffset + Mcp2515Registers.CanStatus] & Mcp2515Registers.ModeMask) == Mcp2515Registers.ModeNormal;
            if (!isAlive)
            {
                EnterFault(Mcp2515Problems.Lost);
                return;
            }

            int errors = read[HealthOffset + Mcp2515Registers.ErrorFlags];
            int interrupts = read[HealthOffset + Mcp2515Registers.InterruptFlags];
            RecordErrorCounts(read[HealthOffset + Mcp2515Registers.TransmitErrorCount], read[HealthOffset + Mcp2515Registers.ReceiveErrorCount]);
            if ((errors & OverflowMask) != 0)
            {
                _statistics.OverflowCount++;
                _chip.BitModify(Mcp2515Registers.ErrorFlags, OverflowMask, 0);
            }

            if ((interrupts & OtherInterruptMask) != 0)
            {
                _chip.BitModify(Mcp2515Registers.InterruptFlags, OtherInterruptMask, 0);
            }

            if ((errors & Mcp2515Registers.BusOff) != 0)
            {
                EnterBusOff();
                return;
            }

            _state = (errors & PassiveMask) != 0 ? CanBusState.ErrorPassive
                : (errors & WarningMask) != 0 ? CanBusState.ErrorWarning
                : CanBusState.ErrorActive;
        }

        private void RecordErrorCounts(int transmitErrors, int receiveErrors)
        {
            Mcp2515Statistics statistics = _statistics;
            statistics.TransmitErrorCount = transmitErrors;
            statistics.ReceiveErrorCount = receiveErrors;
            statistics.TransmitErrorMax = transmitErrors > statistics.TransmitErrorMax ? transmitErrors : statistics.TransmitErrorMax;
            statistics.ReceiveErrorMax = receiveErrors > statistics.ReceiveErrorMax ? receiveErrors : statistics.ReceiveErrorMax;
        }

        private void EnterFault(string fault)
        {
            // A chip that had worked is looked at again soon; one that never answers less and less often.
            _faultPauseMilliseconds = _phase == Mcp2515Phase.Running ? FaultPauseMinMilliseconds : _faultPauseMilliseconds;
            _fault = fault;
            _phase = Mcp2515Phase.Faulted;
            _state = CanBusState.BusOff;
            _statistics.FaultCount++;
            _transmitter.Restart();
            _retryMilliseconds = _nowMilliseconds + _faultPauseMilliseconds;
            _faultPauseMilliseconds = Doubled(_faultPauseMilliseconds, FaultPauseMaxMilliseconds);
        }

        // The chip would come back by itself within milliseconds and fall again: it is stopped by a reset and left out for a while.
        private void EnterBusOff()
        {
            bool hasSent = _statistics.SentCount != _sentBeforeBusOff;
            _sentBeforeBusOff = _statistics.SentCount;
            _busOffPauseMilliseconds = hasSent ? BusOffPauseMinMilliseconds : _busOffPauseMilliseconds;
            _phase = Mcp2515Phase.OffBus;
            _state = CanBusState.BusOff;
            _statistics.BusOffCount++;
            _chip.Reset();
            _transmitter.Restart();
            _retryMilliseconds = _nowMilliseconds + _busOffPauseMilliseconds;
            _busOffPauseMilliseconds = Doubled(_busOffPauseMilliseconds, BusOffPauseMaxMilliseconds);
        }

        private static int Doubled(int milliseconds, int max)
        {
            return milliseconds > max / 2 ? max : 2 * milliseconds;
        }
    }
}
