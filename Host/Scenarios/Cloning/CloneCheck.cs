using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Analysis.Cloning;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>Holds the run of a clone against the log that it was learned from.</summary>
    public static class CloneCheck
    {
        private const int ToleranceMilliseconds = 3;
        private const string None = "none";

        /// <summary>What differs: identifiers, lengths, order, times, scale, sign, name, limits, and bytes that never change.</summary>
        public static IReadOnlyList<CloneDifference> Compare(BusPortrait log, BusPortrait clone)
        {
            List<CloneDifference> differences = [];
            CompareFrames(log, clone, differences);
            if (log.Rhythm is BusRhythm real && clone.Rhythm is BusRhythm run)
            {
                CompareTimes(log, clone, real, run, differences);
            }

            Add(differences, "scale of 0x356", log.IsVoltageInTenths ? "0.1 V" : "0.01 V", clone.IsVoltageInTenths ? "0.1 V" : "0.01 V");
            if (CloneSign.IsShown(log) && CloneSign.IsShown(clone))
            {
                Add(differences, "positive current", Word(CloneSign.IsChargePositive(log)), Word(CloneSign.IsChargePositive(clone)));
            }

            CompareLimits(log, clone, differences);
            return differences;
        }

        private static string Word(bool isCharge) => isCharge ? "charges" : "discharges";

        private static void Add(List<CloneDifference> differences, string what, string log, string clone)
        {
            if (log != clone)
            {
                differences.Add(new CloneDifference(what, log, clone));
            }
        }

        private static void CompareFrames(BusPortrait log, BusPortrait clone, List<CloneDifference> differences)
        {
            foreach (FramePortrait frame in log.Frames.OrderBy(static frame => frame.Id))
            {
                string name = $"0x{CloneDialect.KeyOf(frame)}";
                if (Same(clone, frame) is not FramePortrait sent)
                {
                    differences.Add(new CloneDifference(name, "sent", "not sent"));
                    continue;
                }

                Add(differences, $"{name}, length", $"{frame.Length}", $"{sent.Length}");
                if (frame.Id is not (LimitsFrame.CanId or StateFrame.CanId or MeasurementsFrame.CanId))
                {
                    Add(differences, $"{name}, bytes that never change", Constant(frame, sent, frame), Constant(frame, sent, sent));
                }
            }

            foreach (FramePortrait sent in clone.Frames.Where(sent => Same(log, sent) is null))
            {
                differences.Add(new CloneDifference($"0x{CloneDialect.KeyOf(sent)}", "not sent", "sent"));
            }
        }

        private static FramePortrait? Same(BusPortrait portrait, FramePortrait frame) =>
            portrait.Frames.FirstOrDefault(other => other.Id == frame.Id && other.IsExtended == frame.IsExtended);

        // A byte that changes in either of them is state and shown as dots.
        private static string Constant(FramePortrait one, FramePortrait other, FramePortrait shown)
        {
            return string.Join(' ', Enumerable.Range(0, Math.Min(one.Length, other.Length)).Select(index =>
                one.Varies(index) || other.Varies(index) ? ".." : shown.FirstData[index].ToString("X2", CultureInfo.InvariantCulture)));
        }

        private static void CompareTimes(BusPortrait log, BusPortrait clone, BusRhythm real, BusRhythm run, List<CloneDifference> differences)
        {
            if (real.HasOwnTimers || run.HasOwnTimers)
            {
                Add(differences, "timers", real.HasOwnTimers ? "one for each frame" : "one for the set", run.HasOwnTimers ? "one for each frame" : "one for the set");
            }
            else
            {
                Add(differences, "order", Order(log, real), Order(clone, run));
            }

            if (!real.HasOwnTimers && real.PeriodMilliseconds is int period
                && (run.PeriodMilliseconds is not int sent || Math.Abs(period - sent) > Math.Max(ToleranceMilliseconds, real.JitterMilliseconds)))
            {
                differences.Add(new CloneDifference("period of a burst", $"{period} ms", run.PeriodMilliseconds is int other ? $"{other} ms" : None));
            }

            foreach (FramePortrait frame in log.Frames)
            {
                if (Same(clone, frame) is FramePortrait same)
                {
                    CompareTimes(frame, real, same, run, differences);
                }
            }
        }

        private static void CompareTimes(FramePortrait frame, BusRhythm real, FramePortrait same, BusRhythm run, List<CloneDifference> differences)
        {
            FrameRhythm wanted = real[frame];
            FrameRhythm sent = run[same];
            string name = $"0x{CloneDialect.KeyOf(frame)}";
            double tolerance = Math.Max(ToleranceMilliseconds, wanted.JitterMilliseconds + sent.JitterMilliseconds + real.JitterMilliseconds);
            if (frame.Count > 1 && same.Count > 1 && wanted.PeriodMilliseconds > 0 && sent.PeriodMilliseconds > 0
                && Math.Abs(wanted.PeriodMilliseconds - sent.PeriodMilliseconds) > tolerance)
            {
                differences.Add(new CloneDifference($"{name}, period", $"{wanted.PeriodMilliseconds} ms", $"{sent.PeriodMilliseconds} ms"));
            }
            else if (wanted.PeriodMilliseconds == 0 && sent.PeriodMilliseconds == 0 && Same(real.First, run.First)
                && Math.Abs(wanted.OffsetMilliseconds - sent.OffsetMilliseconds) > tolerance)
            {
                differences.Add(new CloneDifference($"{name}, time in the set", $"{wanted.OffsetMilliseconds} ms", $"{sent.OffsetMilliseconds} ms"));
            }
        }

        private static bool Same(FramePortrait one, FramePortrait other) => one.Id == other.Id && one.IsExtended == other.IsExtended;

        // From the lowest identifier on: a set has no beginning for somebody who listens.
        private static string Order(BusPortrait portrait, BusRhythm rhythm)
        {
            string[] keys =
            [
                .. portrait.Frames.Where(frame => rhythm[frame].PeriodMilliseconds == 0).OrderBy(frame => rhythm[frame].OffsetMilliseconds)
                    .Select(CloneDialect.KeyOf),
            ];
            int first = keys.Length == 0 ? 0 : Array.IndexOf(keys, keys.Min(StringComparer.Ordinal));
            return keys.Length == 0 ? None : string.Join(' ', keys[first..].Concat(keys[..first]));
        }

        // Where both are at the same SOC, the clone may send what the log has there and nothing else.
        private static void CompareLimits(BusPortrait log, BusPortrait clone, List<CloneDifference> differences)
        {
            foreach (LimitRow sent in clone.Limits)
            {
                LimitRow[] there = [.. log.Limits.Where(row => IsAtSameSoc(row, sent))];
                if (there.Length > 0 && !there.Any(row => Text(row) == Text(sent)))
                {
                    string at = sent.Soc.IsSeen ? $" at SOC {sent.Soc.Minimum} %" : "";
                    differences.Add(new CloneDifference($"limits{at}", string.Join(" or ", there.Take(3).Select(Text)), Text(sent)));
                }
            }
        }

        private static bool IsAtSameSoc(LimitRow row, LimitRow sent)
        {
            return !row.Soc.IsSeen || !sent.Soc.IsSeen || !(row.Soc.IsBelow(sent.Soc) || sent.Soc.IsBelow(row.Soc));
        }

        private static string Text(LimitRow row)
        {
            string dvl = row.DvlDecivolts is int volts ? string.Create(CultureInfo.InvariantCulture, $", {volts / 10.0:0.0} V") : "";
            return string.Create(CultureInfo.InvariantCulture,
                $"{row.CvlDecivolts / 10.0:0.0} V, {row.CclDeciamps / 10.0:0.0} A, {row.DclDeciamps / 10.0:0.0} A{dvl}");
        }
    }
}
