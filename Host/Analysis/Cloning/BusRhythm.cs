using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>When a battery sends: bursts of frames one behind the other, or a timer for each frame.</summary>
    public sealed class BusRhythm
    {
        private const double Millisecond = 1000.0;

        // What a dialect can be set to.
        private const double ShortestMilliseconds = 100;
        private const double LongestMilliseconds = 5000;

        // Sol-Ark CAN V1.3 and Pylontech LV CAN V1.2: one set a second.
        private const int UnknownPeriodMilliseconds = 1000;

        // Of a uniform delay of up to J, 95 of 100 differences between two are below this share of J.
        private const double ShareOfJitter = 0.776;

        private readonly Dictionary<FramePortrait, FrameRhythm> _frames = [];

        private BusRhythm(FramePortrait first)
        {
            First = first;
        }

        /// <summary>The frame that begins a set.</summary>
        public FramePortrait First { get; }

        /// <summary>Time from one set to the next, ms; null if the log shows one set only.</summary>
        public int? PeriodMilliseconds { get; private set; }

        /// <summary>Most that a set begins late, ms.</summary>
        public int JitterMilliseconds { get; private set; }

        /// <summary>True if each frame has a timer of its own, so that their order goes round.</summary>
        public bool HasOwnTimers { get; private set; }

        private long LastMicroseconds { get; set; }

        /// <summary>When a frame is sent.</summary>
        public FrameRhythm this[FramePortrait frame] => _frames[frame];

        internal static BusRhythm Of(BusPortrait portrait, IReadOnlyList<(FramePortrait Frame, long Time)> sequence)
        {
            List<FramePortrait> frames = [.. portrait.Frames];
            FramePortrait[] repeated = [.. frames.Where(static frame => frame.Count > 1)];

            // The longest pause lies before the set, where sets repeat; one set alone begins where the log does.
            FramePortrait first = repeated.Length < 2 ? frames[0]
                : repeated.OrderByDescending(static frame => frame.QuietBeforeMicroseconds / (double)frame.Count).First();
            BusRhythm rhythm = new(first) { LastMicroseconds = frames.Max(static frame => frame.LastMicroseconds) };
            rhythm.ReadPeriod();
            rhythm.ReadOffsets(sequence);
            rhythm.HasOwnTimers = rhythm.PeriodMilliseconds is not null && repeated.Any(rhythm.Drifts);
            foreach (FramePortrait frame in frames)
            {
                rhythm._frames[frame] = rhythm.RhythmOf(frame, frames[0].FirstMicroseconds);
            }

            return rhythm;
        }

        private void ReadPeriod()
        {
            if (PeriodOf(First, out double jitter) is double seen and >= ShortestMilliseconds and <= LongestMilliseconds)
            {
                JitterMilliseconds = jitter < 2 ? 0 : (int)Math.Round(jitter);
                PeriodMilliseconds = Roundest(seen, Math.Max(0.6, 2 * jitter / First.Intervals.Count));
            }
        }

        private void ReadOffsets(IReadOnlyList<(FramePortrait Frame, long Time)> sequence)
        {
            long start = -1;
            foreach ((FramePortrait frame, long time) in sequence)
            {
                start = frame == First ? time : start;
                if (start >= 0)
                {
                    frame.ObserveOffset(time - start);
                }
            }
        }

        // A frame of the set keeps its place in it; one with a timer of its own moves on from set to set.
        private bool Drifts(FramePortrait frame)
        {
            const int CountMin = 3;
            const double PlaceMilliseconds = 15;
            if (frame == First || frame.Offsets.Count < CountMin || IsSlow(frame))
            {
                return false;
            }

            double period = PeriodMilliseconds!.Value * Millisecond;
            double[] offsets = [.. frame.Offsets.Select(offset => offset % period).Order()];
            double spread = Math.Min(offsets[^1] - offsets[0], LargestGapLeftOut(offsets, period));
            return spread / Millisecond > PlaceMilliseconds + JitterMilliseconds;
        }

        // On the circle of a period, places on both sides of its end are near each other.
        private static double LargestGapLeftOut(double[] offsets, double period)
        {
            double largest = period - offsets[^1] + offsets[0];
            for (int index = 1; index < offsets.Length; index++)
            {
                largest = Math.Max(largest, offsets[index] - offsets[index - 1]);
            }

            return period - largest;
        }

        private bool IsSlow(FramePortrait frame)
        {
            double? period = PeriodOf(frame, out _);
            return period is double seen && PeriodMilliseconds is int set && (seen > 1.5 * set || seen < 0.7 * set);
        }

        private FrameRhythm RhythmOf(FramePortrait frame, long begin)
        {
            double? period = PeriodOf(frame, out double jitter);
            if (period is double seen && (HasOwnTimers || IsSlow(frame)))
            {
                int rounded = Roundest(seen, Math.Max(0.6, 2 * jitter / frame.Intervals.Count));
                return new FrameRhythm((int)Math.Round((frame.FirstMicroseconds - begin) / Millisecond) % Math.Max(1, rounded), rounded, jitter);
            }

            // Came once although others came again and again: not more often than that.
            int length = (int)((LastMicroseconds - begin) / Millisecond);
            if (frame.Count == 1 && PeriodMilliseconds is int repeats && length > 3 * repeats)
            {
                return new FrameRhythm((int)Math.Round((frame.FirstMicroseconds - begin) / Millisecond), length, 0);
            }

            // With one set only, the first of each; a set takes no longer than the second that it is repeated in.
            int set = PeriodMilliseconds ?? UnknownPeriodMilliseconds;
            long[] offsets = PeriodMilliseconds is null ? [.. frame.Offsets.Take(1)] : [.. frame.Offsets.Order()];
            double offset = offsets.Length == 0
                ? ((frame.FirstMicroseconds - First.FirstMicroseconds) / Millisecond) + set
                : offsets[offsets.Length / 2] / Millisecond;
            return new FrameRhythm((int)Math.Round(offset % set), 0, 0);
        }

        // Mean of the intervals near their median, ms: lost frames make longer ones.
        private static double? PeriodOf(FramePortrait frame, out double jitter)
        {
            jitter = 0;
            if (frame.Intervals.Count == 0)
            {
                return null;
            }

            long[] sorted = [.. frame.Intervals.Order()];
            double median = sorted[sorted.Length / 2];
            double[] near =
            [
                .. sorted.Where(interval => Math.Abs(interval - median) <= median / 2).Select(static interval => interval / Millisecond),
            ];
            if (near.Length == 0 || median <= 0)
            {
                return null;
            }

            double mean = near.Average();
            double[] deviations = [.. near.Select(interval => Math.Abs(interval - mean)).Order()];
            jitter = deviations[(int)Math.Ceiling((deviations.Length - 1) * 0.95)] / ShareOfJitter;
            return mean;
        }

        // The roundest number that the log allows: a period of 999.7 +- 1 ms was meant as a second.
        private static int Roundest(double milliseconds, double tolerance)
        {
            foreach (int step in new[] { 1000, 500, 100, 50, 10, 5 })
            {
                double rounded = Math.Round(milliseconds / step) * step;
                if (rounded > 0 && Math.Abs(rounded - milliseconds) <= tolerance)
                {
                    return (int)rounded;
                }
            }

            return (int)Math.Round(milliseconds);
        }
    }
}
