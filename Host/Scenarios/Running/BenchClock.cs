using System;
using System.Diagnostics;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The scenario's clock on a bench: it stands at 0 when a burst begins, as in the twin.</summary>
    internal sealed class BenchClock
    {
        /// <summary>By how much earlier than its moment something is done, ms: before the burst of that second.</summary>
        public const int LeadMilliseconds = 40;

        private const int LookMilliseconds = 10;
        private const int BurstPauseMicroseconds = 300_000;
        private const long MicrosecondsPerMillisecond = 1000;

        // Two bursts have to be seen; banks that send no bursts, or seldom, begin anywhere.
        private const int SearchMillisecondsMax = 6000;

        private readonly CanFrame _frame = new();
        private readonly BenchPorts _ports;
        private long _zeroTicks;
        private long _zeroMicroseconds;

        public BenchClock(BenchPorts ports)
        {
            _ports = ports;
        }

        /// <summary>Time on the clock, ms; negative before the first burst.</summary>
        public long Milliseconds => (Stopwatch.GetTimestamp() - _zeroTicks) * 1000 / Stopwatch.Frequency;

        /// <summary>Time on the clock of something on the bus, us.</summary>
        public long MicrosecondsOf(long portMicroseconds) => portMicroseconds - _zeroMicroseconds;

        /// <summary>Starts the clock, <see cref="LeadMilliseconds"/> before 0. What arrives before is taken from the port and dropped.</summary>
        /// <param name="isSending">False for a bank of which no burst is to be expected.</param>
        /// <param name="stop">Breaks the wait off.</param>
        public void Start(bool isSending, CancellationToken stop)
        {
            const long Lead = LeadMilliseconds * MicrosecondsPerMillisecond;
            long zero = isSending ? NextBurst(stop) : PortFrame.NowMicroseconds + Lead;
            while (PortFrame.NowMicroseconds < zero - Lead)
            {
                stop.ThrowIfCancellationRequested();
                long left = (zero - Lead - PortFrame.NowMicroseconds) / MicrosecondsPerMillisecond;
                _ports.WaitForFrame((int)Math.Clamp(left, 1, LookMilliseconds));
                Drop();
            }

            Drop();
            _zeroMicroseconds = zero;
            _zeroTicks = Stopwatch.GetTimestamp() + ((zero - PortFrame.NowMicroseconds) * Stopwatch.Frequency / 1_000_000);
        }

        // When the next burst begins whose lead is not over yet, on the port's clock; as soon as may be where no bursts were seen. Replies of
        // the inverter come where they like and are no part of a burst.
        private long NextBurst(CancellationToken stop)
        {
            long until = PortFrame.NowMicroseconds + (SearchMillisecondsMax * MicrosecondsPerMillisecond);
            long lastFrame = long.MaxValue;
            long lastBurst = -1;
            while (PortFrame.NowMicroseconds < until)
            {
                stop.ThrowIfCancellationRequested();
                _ports.WaitForFrame(LookMilliseconds);
                while (_ports.TryReceive(_frame, out long microseconds))
                {
                    if (_frame.Id == InverterReplyFrame.CanId)
                    {
                        continue;
                    }

                    bool isBurst = microseconds - lastFrame > BurstPauseMicroseconds;
                    lastFrame = microseconds;
                    if (isBurst && lastBurst >= 0)
                    {
                        return NextAfter(microseconds, microseconds - lastBurst);
                    }

                    lastBurst = isBurst ? microseconds : lastBurst;
                }
            }

            return PortFrame.NowMicroseconds + (LeadMilliseconds * MicrosecondsPerMillisecond);
        }

        private static long NextAfter(long burstMicroseconds, long periodMicroseconds)
        {
            long soonest = PortFrame.NowMicroseconds + (LeadMilliseconds * MicrosecondsPerMillisecond);
            long periods = ((soonest - burstMicroseconds) / periodMicroseconds) + 1;
            return burstMicroseconds + (periods * periodMicroseconds);
        }

        private void Drop()
        {
            while (_ports.TryReceive(_frame, out _))
            {
                // Of before the scenario.
            }
        }
    }
}
