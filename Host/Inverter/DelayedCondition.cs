namespace BatterySim.Host.Inverter
{
    /// <summary>Something that counts only once it has been so without a break for some time.</summary>
    internal sealed class DelayedCondition
    {
        private long _sinceMilliseconds = -1;

        /// <summary>True while it is so, whether or not for long enough.</summary>
        public bool IsPending => _sinceMilliseconds >= 0;

        /// <summary>True if it has been so for the time.</summary>
        public bool Run(long nowMilliseconds, bool isSo, int delayMilliseconds)
        {
            if (!isSo)
            {
                _sinceMilliseconds = -1;
                return false;
            }

            if (_sinceMilliseconds < 0)
            {
                _sinceMilliseconds = nowMilliseconds;
            }

            return nowMilliseconds - _sinceMilliseconds >= delayMilliseconds;
        }

        public void Clear() => _sinceMilliseconds = -1;
    }
}
