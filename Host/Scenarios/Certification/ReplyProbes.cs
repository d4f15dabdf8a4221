using System;
using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of 0x305.</summary>
    internal static class ReplyProbes
    {
        private const uint Reply = 0x305;
        private const uint Measurements = 0x356;
        // Eight zeros take 131 bits with their stuff bits at 500 kbit/s; times on the bus are those of the end of a frame.
        private const int ReplyMicroseconds = 250;
        private const int GridMicroseconds = 3000;
        private const int AnswerSecondsMax = 62;

        /// <summary>A minute of talk, then two of silence: what comes in the silence is unasked.</summary>
        public static void Replies(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Wait(AnswerSecondsMax * 1000);
            bench.Do("OUTP OFF");
            long silentFrom = (bench.NowMilliseconds + 1000) * 1000;
            bench.Wait((AnswerSecondsMax + 64) * 1000);
            long answersOver = silentFrom + (AnswerSecondsMax * 1_000_000L);
            long[] replies = [.. bench.Frames.Where(static frame => frame.Id == Reply).Select(static frame => frame.Microseconds)];
            long[] polls = [.. replies.Where(time => time > answersOver)];
            long period = polls.Length >= 2 ? (polls[^1] - polls[0]) / (polls.Length - 1) : 0;
            string unasked = ProbeBench.Text($"{polls.Length} frames 0x305 in 63 s without any frame of the bank");
            bench.Found("poll-period", period == 0 && polls.Length > 0 ? "60 s" : ProbeBench.Text($"{Math.Round(period / 1e6, 1)} s"), unasked);

            long[] answers = [.. replies.Where(time => polls.Length == 0 || !IsOnGrid(time, polls[0], period))];
            if (answers.Length == 0)
            {
                bench.Found("answers", false, "no 0x305 came after a 0x356 within 62 s");
                bench.Unknown("answer-delay", "It does not answer.");
                return;
            }

            long last = bench.Frames.Where(static frame => frame.Id == Measurements).Max(static frame => frame.Microseconds);
            long delay = answers[^1] - last;
            bench.Found("answers", true, ProbeBench.Text($"{answers.Length} answers in {AnswerSecondsMax + 1} s"));
            bench.Found("answer-delay", ProbeBench.Text($"{(delay - ReplyMicroseconds) / 1000} ms"), "from the end of the last 0x356 to the last 0x305");
        }

        /// <summary>From a minute before an even hour to half a minute after it.</summary>
        public static void BusyTimes(ProbeBench bench)
        {
            if (bench.Known("answers") == "off")
            {
                bench.Unknown("late-replies", "It does not answer.");
                bench.Unknown("late-time", "It does not answer.");
                bench.Unknown("midnight-late-time", "It does not answer.");
                return;
            }

            bool isLate = FindLate(bench, (10 * 60) - 1, "late-time");
            bool isMidnightLate = FindLate(bench, (24 * 60) - 1, "midnight-late-time");
            bench.Found("late-replies", isLate || isMidnightLate, "a gap between two 0x305 at 10:00 or at midnight");
        }

        private static bool FindLate(ProbeBench bench, int timeOfDayMinutes, string property)
        {
            const long BoundaryMicroseconds = 60_000_000;
            if (!bench.TryBegin(new ProbeConditions { TimeOfDayMinutes = timeOfDayMinutes }))
            {
                return false;
            }

            bench.Wait(145_000);
            long[] replies = [.. bench.Frames.Where(static frame => frame.Id == Reply).Select(static frame => frame.Microseconds)];
            long before = replies.LastOrDefault(static time => time < BoundaryMicroseconds);
            long after = replies.FirstOrDefault(static time => time >= BoundaryMicroseconds);
            long usual = replies.Length < 3 ? 0 : UsualGap(replies);
            bool isLate = after - before > usual + 600_000;
            if (isLate)
            {
                bench.Found(property, ProbeBench.Text($"{(after - BoundaryMicroseconds) / 1000} ms"), ProbeBench.Text($"no 0x305 for {(after - before) / 1000} ms"));
            }
            else
            {
                bench.Unknown(property, ProbeBench.Text($"0x305 came as usual, {(after - before) / 1000} ms apart"));
            }

            return isLate;
        }

        private static long UsualGap(long[] times)
        {
            long[] gaps = [.. times.Skip(1).Zip(times, static (later, earlier) => later - earlier).Order()];
            return gaps[gaps.Length / 2];
        }

        private static bool IsOnGrid(long time, long origin, long period)
        {
            if (period == 0)
            {
                return time == origin;
            }

            long rest = Math.Abs(time - origin) % period;
            return Math.Min(rest, period - rest) <= GridMicroseconds;
        }
    }
}
