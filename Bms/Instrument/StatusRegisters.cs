namespace BatterySim.Bms.Instrument
{
    /// <summary>The status registers of IEEE 488.2 and SCPI-1999.</summary>
    public sealed class StatusRegisters
    {
        /// <summary>Event status bit 0: everything that was ordered is done.</summary>
        public const int OperationComplete = 1 << 0;

        /// <summary>Event status bit 2: a query that could not be answered.</summary>
        public const int QueryError = 1 << 2;

        /// <summary>Event status bit 3: something failed in the instrument.</summary>
        public const int DeviceError = 1 << 3;

        /// <summary>Event status bit 4: a command that could not be carried out.</summary>
        public const int ExecutionError = 1 << 4;

        /// <summary>Event status bit 5: a command that could not be understood.</summary>
        public const int CommandError = 1 << 5;

        /// <summary>Event status bit 7: the instrument was switched on.</summary>
        public const int PowerOn = 1 << 7;

        private const int ErrorAvailable = 1 << 2;
        private const int QuestionableSummary = 1 << 3;
        private const int MessageAvailable = 1 << 4;
        private const int EventSummary = 1 << 5;
        private const int MasterSummary = 1 << 6;
        private const int OperationSummary = 1 << 7;

        private readonly StatusGroup _operation = new StatusGroup();
        private readonly StatusGroup _questionable = new StatusGroup();
        private int _slipsSeen;
        private int _events = PowerOn;
        private int _eventEnable;
        private int _serviceEnable;

        /// <summary>What the bank is doing.</summary>
        public StatusGroup Operation { get { return _operation; } }

        /// <summary>What is wrong with the bank.</summary>
        public StatusGroup Questionable { get { return _questionable; } }

        /// <summary>*ESE: events that may show in the status byte, 0 to 255.</summary>
        public int EventEnable { get { return _eventEnable; } set { _eventEnable = value; } }

        /// <summary>*SRE: bits of the status byte that ask for service, 0 to 255; bit 6 is always 0.</summary>
        public int ServiceEnable { get { return _serviceEnable; } set { _serviceEnable = value & ~MasterSummary; } }

        /// <summary>Latches a questionable event if the host has slipped since the last call.</summary>
        /// <param name="count">Slips so far.</param>
        /// <param name="bit">The event's bit.</param>
        public void RecordSlips(int count, int bit)
        {
            if (count != _slipsSeen)
            {
                _slipsSeen = count;
                _questionable.Record(bit);
            }
        }

        /// <summary>Latches bits of the event status register.</summary>
        public void Record(int bits)
        {
            _events |= bits;
        }

        /// <summary>Reads and clears the event status register.</summary>
        public int ConsumeEvents()
        {
            int events = _events;
            _events = 0;
            return events;
        }

        /// <summary>Forgets all events; what is enabled stays.</summary>
        public void Clear()
        {
            _events = 0;
            _operation.ConsumeEvents();
            _questionable.ConsumeEvents();
        }

        /// <summary>The status byte.</summary>
        /// <param name="errorCount">Errors in the queue.</param>
        /// <param name="hasMessage">True if an answer waits to be read.</param>
        public int StatusByte(int errorCount, bool hasMessage)
        {
            int bits = (errorCount > 0 ? ErrorAvailable : 0)
                | (_questionable.IsRaised ? QuestionableSummary : 0)
                | (hasMessage ? MessageAvailable : 0)
                | ((_events & _eventEnable) != 0 ? EventSummary : 0)
                | (_operation.IsRaised ? OperationSummary : 0);
            return (bits & _serviceEnable) != 0 ? bits | MasterSummary : bits;
        }
    }
}
