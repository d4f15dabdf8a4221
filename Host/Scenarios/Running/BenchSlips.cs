using System;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>How long the machine of a bench's instrument did not let it run, in one run.</summary>
    /// <remarks>Asked every few seconds: the longest that the instrument names may be of a time before, and only few of one look add up.</remarks>
    internal sealed class BenchSlips(BenchDriver bench)
    {
        private const string Query = "SYST:SLIP?";
        private const int PeriodMilliseconds = 5000;

        private SlipTotals _last;
        private long _nextMilliseconds;

        /// <summary>Slips so far.</summary>
        public long Count { get; private set; }

        /// <summary>The longest, ms; 0 for none.</summary>
        public long WorstMilliseconds { get; private set; }

        /// <summary>Starts over.</summary>
        public void Begin()
        {
            _last = SlipTotals.Parse(bench.Ask(Query));
            _nextMilliseconds = PeriodMilliseconds;
            Count = 0;
            WorstMilliseconds = 0;
        }

        /// <summary>Looks if it is time to.</summary>
        public void Check(long nowMilliseconds)
        {
            if (nowMilliseconds >= _nextMilliseconds)
            {
                _nextMilliseconds = nowMilliseconds + PeriodMilliseconds;
                Look();
            }
        }

        /// <summary>Looks.</summary>
        public void Look()
        {
            SlipTotals now = SlipTotals.Parse(bench.Ask(Query));
            Count += now.Count - _last.Count;
            WorstMilliseconds = Math.Max(WorstMilliseconds, Math.Min(now.WorstMilliseconds, now.TotalMilliseconds - _last.TotalMilliseconds));
            _last = now;
        }
    }
}
