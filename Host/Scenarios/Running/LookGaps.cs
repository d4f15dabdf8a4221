using System;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Time from one look of this machine at a bench to the next: longer ones than asked for are its own lateness.</summary>
    internal sealed class LookGaps(int stepMilliseconds)
    {
        private const int SlipMilliseconds = 50;

        private long _lastMilliseconds;
        private long _worstMilliseconds;

        /// <summary>The longest lateness, ms; 0 for none.</summary>
        public long WorstMilliseconds => Math.Max(0, _worstMilliseconds - stepMilliseconds);

        /// <summary>Starts over.</summary>
        public void Begin(long nowMilliseconds)
        {
            _lastMilliseconds = nowMilliseconds;
            _worstMilliseconds = 0;
        }

        /// <summary>Notes a look.</summary>
        /// <returns>A sentence without its full stop if it came so late that a person should know; null if not.</returns>
        public string? Look(long nowMilliseconds)
        {
            long gap = nowMilliseconds - _lastMilliseconds;
            _lastMilliseconds = nowMilliseconds;
            _worstMilliseconds = Math.Max(_worstMilliseconds, gap);
            return gap > stepMilliseconds + SlipMilliseconds ? $"this machine slipped {gap - stepMilliseconds} ms" : null;
        }
    }
}
