namespace BatterySim.Bms.Faults
{
    /// <summary>One fault with the time in which it acts.</summary>
    public sealed class FaultWindow
    {
        private long _startMilliseconds;
        private long _endMilliseconds;
        private int _value;
        private long _detail;
        private bool _isSet;
        private bool _hasStarted;

        /// <summary>True from the command to the end of the fault.</summary>
        public bool IsSet { get { return _isSet; } }

        /// <summary>True once its start was noted.</summary>
        public bool HasStarted { get { return _hasStarted; } }

        /// <summary>How much; the meaning depends on the fault.</summary>
        public int Value { get { return _value; } }

        /// <summary>A second number, where the fault has one; up to eight bytes, the first one lowest.</summary>
        public long Detail { get { return _detail; } }

        /// <summary>Simulated time of the start, ms.</summary>
        public long StartMilliseconds { get { return _startMilliseconds; } }

        /// <summary>Simulated time of the end, ms; <see cref="long.MaxValue"/> for a fault that stays until it is cleared.</summary>
        public long EndMilliseconds { get { return _endMilliseconds; } }

        /// <summary>Time of its next start or end, ms.</summary>
        public long NextEventMilliseconds { get { return !_isSet ? long.MaxValue : _hasStarted ? _endMilliseconds : _startMilliseconds; } }

        /// <summary>True while it acts.</summary>
        public bool IsActiveAt(long nowMilliseconds)
        {
            return _isSet && nowMilliseconds >= _startMilliseconds && nowMilliseconds < _endMilliseconds;
        }

        internal void Set(int value, long detail, long startMilliseconds, long endMilliseconds)
        {
            _value = value;
            _detail = detail;
            _startMilliseconds = startMilliseconds;
            _endMilliseconds = endMilliseconds;
            _isSet = true;
            _hasStarted = false;
        }

        internal void OnStart()
        {
            _hasStarted = true;
        }

        internal void Clear()
        {
            _isSet = false;
        }
    }
}
