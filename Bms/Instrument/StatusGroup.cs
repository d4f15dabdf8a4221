namespace BatterySim.Bms.Instrument
{
    /// <summary>One register group of SCPI-1999: condition, event, enable. An event is latched when its condition comes.</summary>
    public sealed class StatusGroup
    {
        private int _condition;
        private int _events;
        private int _enable;

        /// <summary>What is so now.</summary>
        public int Condition { get { return _condition; } }

        /// <summary>What may show in the status byte, 0 to 32767.</summary>
        public int Enable { get { return _enable; } set { _enable = value; } }

        /// <summary>True if an enabled event stands.</summary>
        public bool IsRaised { get { return (_events & _enable) != 0; } }

        /// <summary>Takes over what is so now.</summary>
        public void Update(int condition)
        {
            _events |= condition & ~_condition;
            _condition = condition;
        }

        /// <summary>Latches events that no condition shows.</summary>
        public void Record(int bits)
        {
            _events |= bits;
        }

        /// <summary>Events since this was last asked.</summary>
        public int ConsumeEvents()
        {
            int events = _events;
            _events = 0;
            return events;
        }
    }
}
