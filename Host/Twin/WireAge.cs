using System;
using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Twin
{
    /// <summary>How old what the bank last said on the bus is; what nobody has said for two periods is no longer news.</summary>
    /// <remarks>It looks at the frames that the controller took, so that a sleeping master, a held output and a frame left out all count.</remarks>
    public sealed class WireAge(TwinSession session)
    {
        private const int PeriodsUntilStale = 2;

        // An inverter that leads asks once a second.
        private const int PollMilliseconds = 1000;

        /// <summary>Age above which a frame is stale, ms.</summary>
        public long StaleAfterMilliseconds
        {
            get
            {
                FrameSchedule schedule = session.Simulator.Schedule;
                int period = schedule.Dialect.PeriodMilliseconds + schedule.Dialect.JitterMilliseconds;
                return PeriodsUntilStale * (long)(schedule.Cadence == Cadence.Poll ? Math.Max(period, PollMilliseconds) : period);
            }
        }

        /// <summary>Age of the youngest of some frames, ms; -1 where none of them was ever sent.</summary>
        public long Of(params ReadOnlySpan<uint> identifiers)
        {
            long youngest = -1;
            foreach (uint identifier in identifiers)
            {
                long sent = session.Simulator.Schedule.StatisticsOf(identifier).LastSentMilliseconds;
                long age = sent < 0 ? -1 : session.NowMilliseconds - sent;
                youngest = youngest < 0 || (age >= 0 && age < youngest) ? age : youngest;
            }

            return youngest;
        }

        /// <summary>True where none of some frames was sent within two periods.</summary>
        public bool IsStale(params ReadOnlySpan<uint> identifiers) => IsStaleAge(Of(identifiers));

        /// <summary>True for an age above <see cref="StaleAfterMilliseconds"/>, and for -1.</summary>
        public bool IsStaleAge(long milliseconds) => milliseconds < 0 || milliseconds > StaleAfterMilliseconds;
    }
}
