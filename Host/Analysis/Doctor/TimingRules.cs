using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Rules about who is on the bus and when.</summary>
    internal static class TimingRules
    {
        private const long Second = 1_000_000;

        // Below this a log is too short to miss anything in.
        private const long LengthMinMicroseconds = 3 * Second;
        private const long FaultMicroseconds = 10 * Second;
        private const int PeriodsToStall = 5;
        private const long AnswerMicroseconds = 5 * Second;
        private const long ErrorLoadPercent = 70;
        private const int AlternationsMin = 4;

        public static Evidence? NoBattery(BusSurvey bus)
        {
            return bus.HasBattery || bus.FrameCount == 0 ? null : new Evidence($"{Count(bus.FrameCount, "frame")}, none with an identifier of a battery protocol");
        }

        public static Evidence? FrameMissing(BusSurvey bus)
        {
            if (!bus.HasBattery || !bus.Ids.Any(static id => id.Count > 1) || IsOtherProtocol(bus))
            {
                return null;
            }

            List<string> missing = [.. new uint[] { 0x351, 0x355, 0x356 }.Where(id => !bus.Has(id)).Select(Name)];
            return missing.Count == 0 ? null : new Evidence(string.Join(", ", missing) + " never came");
        }

        public static Evidence? PermissionMissing(BusSurvey bus)
        {
            bool isComplete = bus.Has(0x35C) || bus.Has(0x35A) || !bus.Has(0x351) || IsOtherProtocol(bus) || !bus.Ids.Any(static id => id.Count > 1);
            return isComplete ? null : new Evidence("neither 0x35C nor 0x35A came");
        }

        public static Evidence? Silent(BusSurvey bus)
        {
            long silence = bus.SilenceMicroseconds;
            return !bus.HasTimes || silence <= LengthMinMicroseconds ? null
                : new Evidence($"no frame of the battery for {Seconds(silence)}", bus.SilenceAtMicroseconds)
                {
                    Severity = silence > FaultMicroseconds ? Severity.Error : Severity.Warning,
                };
        }

        // One identifier pauses or ends while others of the battery go on.
        public static Evidence? Stalled(BusSurvey bus)
        {
            if (!bus.HasTimes || !bus.HasBattery)
            {
                return null;
            }

            foreach (IdStatistics id in bus.Ids.Where(static id => !id.IsExtended && id.Id is >= 0x351 and <= 0x35E && id.Count >= 4))
            {
                long tail = bus.LengthMicroseconds - id.LastMicroseconds;
                long gap = Math.Max(id.GapMicroseconds, tail);
                long limit = Math.Max(PeriodsToStall * id.PeriodMicroseconds, LengthMinMicroseconds);
                if (gap > limit && gap > bus.SilenceMicroseconds + id.PeriodMicroseconds)
                {
                    return new Evidence(
                        $"{Name(id.Id)} did not come for {Seconds(gap)}; before that every {Seconds(id.PeriodMicroseconds)}",
                        tail > id.GapMicroseconds ? id.LastMicroseconds : id.GapAtMicroseconds)
                    {
                        Severity = gap > FaultMicroseconds ? Severity.Error : Severity.Warning,
                    };
                }
            }

            return null;
        }

        public static Evidence? NoAnswer(BusSurvey bus)
        {
            bool isLongEnough = bus.HasTimes && bus.HasBattery && bus.LengthMicroseconds >= AnswerMicroseconds;
            return !isLongEnough || bus.Has(0x305) || bus.Has(0x307) || IsOtherProtocol(bus) ? null
                : new Evidence($"no 0x305 in {Seconds(bus.LengthMicroseconds)}");
        }

        public static Evidence? AnswerStops(BusSurvey bus)
        {
            IdStatistics? answer = bus.Find(0x305);
            if (!bus.HasTimes || !bus.HasBattery || answer is null || answer.Count < 2)
            {
                return null;
            }

            long tail = bus.LengthMicroseconds - answer.LastMicroseconds;
            long gap = Math.Max(answer.GapMicroseconds, tail);
            return gap <= AnswerMicroseconds || gap <= bus.SilenceMicroseconds + answer.PeriodMicroseconds ? null
                : new Evidence(
                    $"no 0x305 for {Seconds(gap)} while the battery spoke", tail > answer.GapMicroseconds ? answer.LastMicroseconds : answer.GapAtMicroseconds);
        }

        public static Evidence? TwoSenders(BusSurvey bus)
        {
            foreach (uint id in new uint[] { 0x355, 0x35E, 0x359 })
            {
                IdStatistics? statistics = bus.Find(id);
                if (statistics is not null && statistics.AlternatingCount >= AlternationsMin && statistics.AlternatingCount * 2 > statistics.Count)
                {
                    return new Evidence($"{Name(id)} alternates between two contents, {statistics.AlternatingCount} {(statistics.AlternatingCount == 1 ? "time" : "times")}", statistics.FirstMicroseconds);
                }
            }

            return null;
        }

        public static Evidence? Burst(BusSurvey bus)
        {
            const long BackToBackMicroseconds = 400;
            IdStatistics[] battery = [.. bus.Ids.Where(static id => !id.IsExtended && id.Id is >= 0x351 and <= 0x35F && id.Count >= 3)];
            if (!bus.HasTimes || battery.Length < 5)
            {
                return null;
            }

            long[] starts = [.. battery.Select(static id => id.FirstMicroseconds).Order()];
            long longest = starts.Skip(1).Zip(starts, static (later, earlier) => later - earlier).Max();
            return longest > BackToBackMicroseconds ? null : new Evidence($"{battery.Length} frames follow each other within {longest} us");
        }

        public static Evidence? BusErrors(BusSurvey bus)
        {
            return bus.ErrorReportCount == 0 ? null : new Evidence($"{Count(bus.ErrorReportCount, "report")} of the adapter, the first: {bus.FirstErrorReport}")
            {
                Severity = bus.FirstErrorReport.Contains("bus-off", StringComparison.Ordinal) || bus.FirstErrorReport.Contains("no acknowledgement", StringComparison.Ordinal)
                    ? Severity.Error
                    : Severity.Warning,
            };
        }

        public static Evidence? Overload(BusSurvey bus)
        {
            return !bus.HasTimes || bus.LengthMicroseconds < Second || bus.LoadPercent < ErrorLoadPercent ? null
                : new Evidence(string.Create(CultureInfo.InvariantCulture, $"bus load {bus.LoadPercent:F0} % at 500 kbit/s"));
        }

        public static Evidence? Clock(BusSurvey bus)
        {
            string? note = bus.Notes.FirstOrDefault(static note => !note.Contains("channel", StringComparison.Ordinal));
            return note is null ? null : new Evidence(note);
        }

        public static Evidence? Channels(BusSurvey bus)
        {
            string? note = bus.Notes.FirstOrDefault(static note => note.Contains("channels", StringComparison.Ordinal));
            return note is null ? null : new Evidence(note);
        }

        /// <summary>True for a bus of another protocol than the frames 0x351 to 0x35E.</summary>
        internal static bool IsOtherProtocol(BusSurvey bus) => bus.Dialect == "pytes" || (!bus.Has(0x351) && !bus.Has(0x355)
            && !bus.Has(0x356) && !bus.Has(0x359));

        internal static string Name(uint id) => string.Create(CultureInfo.InvariantCulture, $"0x{id:X3}");

        internal static string Seconds(long microseconds) => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e6:0.0##} s");

        internal static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
    }
}
