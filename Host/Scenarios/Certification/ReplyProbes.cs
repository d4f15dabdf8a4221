using System;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of 0x305.</summary>
    internal static class ReplyProbes
    {
        private const uint Reply = InverterReplyFrame.CanId;
        private const uint Measurements = MeasurementsFrame.CanId;
        // Eight zeros take 131 bits with their stuff bits at 500 kbit/s; times on the bus are those of the end of a frame.
        private const int ReplyMicroseconds = 250;
        private const int GridMicroseconds = 3000;
        private const int AnswerSecondsMax = 62;
        private const int ObservedMilliseconds = 145_000;

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

            FindForm(bench);
            long[] answers = [.. replies.Where(time => polls.Length == 0 || !IsOnGrid(time, polls[0], period))];
            if (answers.Length == 0)
            {
                bench.Found("answers", false, "no 0x305 came after a 0x356 within 62 s");
                bench.Unknown("answer-delay", "It does not answer.");
                return;
            }

            long last = bench.Frames.Where(static frame => frame.Id == Measurements).Max(static frame => frame.Microseconds);
            long delay = answers[^1] - last;
            string scatter = bench.FrameErrorMilliseconds == 0 ? "" : ProbeBench.Text($"±{bench.FrameErrorMilliseconds} ms");
            bench.Found("answers", true, ProbeBench.Text($"{answers.Length} answers in {AnswerSecondsMax + 1} s"));
            bench.Found(
                "answer-delay",
                ProbeBench.Text($"{Math.Max(0, delay - ReplyMicroseconds) / 1000} ms"),
                "from the end of the last 0x356 to the last 0x305",
                "measured",
                scatter);
        }

        // Bytes, length and identifier of 0x305, the time between two, and whatever else nobody but an inverter sends.
        private static void FindForm(ProbeBench bench)
        {
            FrameRecord[] replies = [.. bench.Frames.Where(static frame => frame.Id == Reply)];
            string[] forms = [.. replies.Select(static frame => Form(frame)).Distinct()];
            if (replies.Length < 3)
            {
                bench.Unknown("reply-form", ProbeBench.Text($"{replies.Length} frames 0x305 came."));
                bench.Unknown("reply-period", ProbeBench.Text($"{replies.Length} frames 0x305 came."));
            }
            else
            {
                long[] gaps = [.. replies.Skip(1).Zip(replies, static (later, earlier) => later.Microseconds - earlier.Microseconds).Order()];
                bench.Found("reply-form", string.Join("; ", forms.Take(3)), ProbeBench.Text($"{replies.Length} frames 0x305 of {forms.Length} forms"));
                bench.Found(
                    "reply-period",
                    ProbeBench.Text($"{gaps[gaps.Length / 2] / 1000} ms"),
                    ProbeBench.Text($"median of {gaps.Length} gaps; shortest {gaps[0] / 1000} ms, longest {gaps[^1] / 1000} ms"),
                    "measured",
                    ProbeBench.Text($"±{Math.Max(1, (gaps[gaps.Length * 9 / 10] - gaps[gaps.Length / 10]) / 2000)} ms"));
            }

            string[] others =
            [
                .. bench.Frames.Where(static frame => frame.Id != Reply && !IsOfBank(frame))
                    .Select(static frame => ProbeBench.Text($"{frame.Id:X3}")).Distinct().Order(StringComparer.Ordinal),
            ];
            bench.Found("other-frames", others.Length == 0 ? "none" : string.Join(' ', others), "identifiers on the bus that no bank sends, besides 0x305");
        }

        /// <summary>True for a frame that a bank sends.</summary>
        public static bool IsOfBank(in FrameRecord frame) => FrameTable.Find(frame.Id, frame.IsExtended) is not null;

        private static string Form(in FrameRecord frame) =>
            ProbeBench.Text($"{(frame.IsExtended ? 29 : 11)}-bit, {frame.Length} bytes, {ProbeLog.Bytes(frame)}");

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

            bool? isLate = FindLate(bench, (10 * 60) - 1, "late-time");
            bool? isMidnightLate = FindLate(bench, (24 * 60) - 1, "midnight-late-time");
            if (isLate == true || isMidnightLate == true)
            {
                bench.Found("late-replies", true, "a gap between two 0x305 at an even hour or at midnight");
            }
            else if (isLate == false)
            {
                bench.Found("late-replies", false, isMidnightLate == false ? "none at an even hour, none at midnight" : "none at an even hour; midnight was not observed");
            }
        }

        // Null where the time was not waited for.
        private static bool? FindLate(ProbeBench bench, int timeOfDayMinutes, string property)
        {
            const long BoundaryMicroseconds = 60_000_000;
            if (!bench.TryBegin(new ProbeConditions { TimeOfDayMinutes = timeOfDayMinutes }))
            {
                return null;
            }

            bench.Wait(ObservedMilliseconds);
            long[] replies = [.. bench.Frames.Where(static frame => frame.Id == Reply).Select(static frame => frame.Microseconds)];
            long before = replies.LastOrDefault(static time => time < BoundaryMicroseconds);
            long after = replies.FirstOrDefault(static time => time >= BoundaryMicroseconds);
            long usual = replies.Length < 3 ? 0 : UsualGap(replies);
            bool isLate = after - before > usual + 600_000;
            if (isLate)
            {
                string spread = bench.FrameErrorMilliseconds == 0 ? "" : ProbeBench.Text($"±{1000 + bench.ResolutionMilliseconds} ms");
                bench.Found(
                    property,
                    ProbeBench.Text($"{(after - BoundaryMicroseconds) / 1000} ms"),
                    ProbeBench.Text($"no 0x305 for {(after - before) / 1000} ms"),
                    "measured",
                    spread);
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
