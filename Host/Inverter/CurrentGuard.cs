namespace BatterySim.Host.Inverter
{
    /// <summary>F40: off-grid the house may take more than the discharge limit, but not for long.</summary>
    /// <remarks>
    /// Documented (Sol-Ark 15K manual, page 34): off-grid 120 % of "Max A discharge" for 10 s, then it shuts down. Assumed: that the screen then
    /// says F40, that DCL counts like "Max A discharge", and when it tries again.
    /// </remarks>
    internal sealed class CurrentGuard(InverterSettings settings, InverterFaults faults, GridConnection grid)
    {
        private readonly DelayedCondition _overload = new();
        private long _retryMilliseconds;

        /// <summary>True while the next step may find otherwise by time alone.</summary>
        public bool IsPending => _overload.IsPending;

        /// <summary>Most discharge current off-grid, mA, where the limit is so much.</summary>
        public int OffGridLimit(int dischargeMilliamps) => (int)((long)dischargeMilliamps * settings.OverloadPermille / 1000);

        /// <summary>True if <see cref="Run"/> would find nothing at this current, while no fault stands and nothing is pending.</summary>
        public bool IsQuietAt(int currentMilliamps, int dischargeLimitMilliamps) =>
            grid.IsConnected || -currentMilliamps <= dischargeLimitMilliamps;

        public void Run(long nowMilliseconds, int currentMilliamps, int dischargeLimitMilliamps)
        {
            if (faults.Contains(InverterFault.BatteryOverCurrent))
            {
                faults.Set(InverterFault.BatteryOverCurrent, nowMilliseconds < _retryMilliseconds);
                return;
            }

            bool isOver = !grid.IsConnected && -currentMilliamps > dischargeLimitMilliamps;
            if (_overload.Run(nowMilliseconds, isOver, settings.OverloadMilliseconds))
            {
                faults.Set(InverterFault.BatteryOverCurrent, true);
                _retryMilliseconds = nowMilliseconds + settings.OverloadRetryMilliseconds;
                _overload.Clear();
            }
        }

        public void Restart() => _overload.Clear();
    }
}
