using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Analysis.Cloning;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>How a current limit followed SOC, voltage or temperature, where the log tells them apart.</summary>
    internal sealed class CloneCurve
    {
        private const int PercentMax = 100;
        private const int CellMillivoltsMax = 5000;

        private readonly LimitRow[] _rows;
        private readonly Func<LimitRow, int> _limit;
        private readonly int _full;

        /// <param name="rows">Limits of the log.</param>
        /// <param name="limit">The limit, 0.1 A.</param>
        /// <param name="full">The most that it was, 0.1 A.</param>
        public CloneCurve(LimitRow[] rows, Func<LimitRow, int> limit, int full)
        {
            _rows = rows;
            _limit = limit;
            _full = full;
        }

        private LimitRow[] Whole => [.. _rows.Where(row => _limit(row) == _full)];

        private LimitRow[] Reduced => [.. _rows.Where(row => _limit(row) < _full && _limit(row) > 0)];

        /// <summary>Learns when CCL falls: above an SOC, at cell voltages, or at temperatures.</summary>
        public void LearnCharge(BatteryProfile family, Action<ProfileKey, int, string> add, Action<ProfileKey, string, string> addText)
        {
            LimitRow[] reduced = [.. Reduced.Where(static row => !row.IsAtFull)];
            LimitRange wholeSoc = Range(Whole, static row => row.Soc);
            if (reduced.Length == 0)
            {
                // Whole where the family would have reduced it.
                int seen = wholeSoc.IsSeen ? Math.Min(wholeSoc.Maximum, 99) : 0;
                if (seen * 10 > family.NumberOf(ProfileKey.ChargeTaperStartPermille))
                {
                    add(ProfileKey.ChargeTaperStartPermille, (seen * 10) + 9, $"CCL is whole up to SOC {seen} %");
                }

                KeepWhole(ProfileKey.ChargeTemperatureTable, "CCL", family, addText);
                return;
            }

            LimitRange soc = Range(reduced, static row => row.Soc);
            // 0x351 comes before the 0x355 of its set, so that the first frame of the lower limit still has the SOC before.
            if (wholeSoc.IsSeen && soc.IsSeen && wholeSoc.Maximum <= soc.Minimum)
            {
                add(ProfileKey.ChargeTaperStartPermille, (soc.Minimum * 10) - 1, $"CCL falls at SOC {soc.Minimum} %");
                add(ProfileKey.ChargeTaperPercent, PercentOf(reduced.MaxBy(static row => row.Count)!), "CCL above that SOC");
            }
            else if (Range(Whole, static row => row.Millivolts).IsBelow(Range(reduced, static row => row.Millivolts)))
            {
                LearnSteps(family, reduced, add);
            }
            else
            {
                LearnTemperature(ProfileKey.ChargeTemperatureTable, "CCL", family, addText);
            }
        }

        /// <summary>Learns at which temperatures DCL falls.</summary>
        public void LearnDischarge(BatteryProfile family, Action<ProfileKey, string, string> addText) =>
            LearnTemperature(ProfileKey.DischargeTemperatureTable, "DCL", family, addText);

        private static LimitRange Range(IEnumerable<LimitRow> rows, Func<LimitRow, LimitRange> part) =>
            rows.Aggregate(LimitRange.None, (range, row) => range.With(part(row)));

        private int PercentOf(LimitRow row) => _limit(row) * PercentMax / _full;

        // The highest cell is not in 0x351: its voltage is taken for the bank's through the number of cells.
        private void LearnSteps(BatteryProfile family, LimitRow[] reduced, Action<ProfileKey, int, string> add)
        {
            int cells = family.NumberOf(ProfileKey.CellCount);
            (int Percent, int Millivolts)[] steps =
            [
                .. reduced.GroupBy(PercentOf).OrderByDescending(static group => group.Key)
                    .Select(group => (group.Key, Range(group, static row => row.Millivolts).Minimum / cells)).Take(3),
            ];
            if (steps.Zip(steps.Skip(1)).Any(static pair => pair.Second.Item2 < pair.First.Item2)
                || steps[^1].Millivolts > family.NumberOf(ProfileKey.ChargeStopCellMillivolts) || steps[0].Millivolts > CellMillivoltsMax)
            {
                return;
            }

            (ProfileKey Voltage, ProfileKey Percent)[] keys =
            [
                (ProfileKey.ChargeStepOneCellMillivolts, ProfileKey.ChargeStepOnePercent),
                (ProfileKey.ChargeStepTwoCellMillivolts, ProfileKey.ChargeStepTwoPercent),
                (ProfileKey.ChargeStepThreeCellMillivolts, ProfileKey.ChargeStepThreePercent),
            ];
            for (int index = 0; index < keys.Length; index++)
            {
                (int percent, int millivolts) = steps[Math.Min(index, steps.Length - 1)];
                add(keys[index].Voltage, millivolts, "CCL falls at this voltage of the bank, divided by the family's cells");
                add(keys[index].Percent, percent, "CCL above that voltage");
            }

            int release = Math.Min(steps[0].Millivolts, family.NumberOf(ProfileKey.ChargeStepReleaseCellMillivolts));
            add(ProfileKey.ChargeStepReleaseCellMillivolts, release, "not above the first step");
        }

        private void LearnTemperature(ProfileKey key, string name, BatteryProfile family, Action<ProfileKey, string, string> addText)
        {
            LimitRow[][] levels =
            [
                .. _rows.Where(static row => row.Decidegrees.IsSeen && row.Soc is { IsSeen: true, Minimum: < 100 }).GroupBy(_limit)
                    .Select(static group => group.ToArray()).OrderBy(static level => Range(level, static row => row.Decidegrees).Minimum),
            ];
            LimitRange[] ranges = [.. levels.Select(static level => Range(level, static row => row.Decidegrees))];
            const int LevelsMax = 8;
            if (levels.Length < 2)
            {
                KeepWhole(key, name, family, addText);
                return;
            }

            if (levels.Length > LevelsMax || ranges.Zip(ranges.Skip(1)).Any(static pair => !pair.First.IsBelow(pair.Second)))
            {
                return;
            }

            List<string> points = [];
            for (int index = 0; index < levels.Length; index++)
            {
                int percent = PercentOf(levels[index][0]);
                points.Add(Point(ranges[index].Minimum, percent));
                if (ranges[index].Maximum > ranges[index].Minimum)
                {
                    points.Add(Point(ranges[index].Maximum, percent));
                }
            }

            addText(key, string.Join(' ', points), $"{name} at the temperatures of 0x356");
        }

        // A temperature at which the log has the whole limit and the family reduces it; beyond it the family stands.
        private void KeepWhole(ProfileKey key, string name, BatteryProfile family, Action<ProfileKey, string, string> addText)
        {
            LimitRange whole = Range(Whole, static row => row.Decidegrees);
            string text = family.TextOf(key);
            var table = TemperatureTable.Parse(text);
            if (!whole.IsSeen || (table.PermilleAt(whole.Minimum) == 1000 && table.PermilleAt(whole.Maximum) == 1000))
            {
                return;
            }

            List<string> points = [.. text.Split(' ').Where(point => Decidegrees(point) < whole.Minimum), Point(whole.Minimum, PercentMax)];
            if (whole.Maximum > whole.Minimum)
            {
                points.Add(Point(whole.Maximum, PercentMax));
            }

            points.AddRange(text.Split(' ').Where(point => Decidegrees(point) > whole.Maximum));
            const int PointsMax = 16;
            if (points.Count <= PointsMax)
            {
                addText(key, string.Join(' ', points), $"{name} is whole from {Degrees(whole.Minimum)} to {Degrees(whole.Maximum)} degC; beyond that as {family.Name}");
            }
        }

        private static int Decidegrees(string point)
        {
            int end = point.IndexOf('C', StringComparison.Ordinal);
            return (int)(decimal.Parse(point[..end], CultureInfo.InvariantCulture) * 10);
        }

        private static string Degrees(int decidegrees) => (decidegrees / 10m).ToString("0.#", CultureInfo.InvariantCulture);

        private static string Point(int decidegrees, int percent) => string.Create(CultureInfo.InvariantCulture, $"{decidegrees / 10m:0.#}C:{percent}%");
    }
}
