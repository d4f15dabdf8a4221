using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The bytes last sent of every frame, with measured period and count.</summary>
    internal static class FrameLines
    {
        private const int CompactWidth = 40;

        /// <summary>A line for each frame where there is room; otherwise two or more frames in a line.</summary>
        public static IReadOnlyList<TextLine> Compose(FrameSchedule schedule, int width, bool isRoomy)
        {
            List<TextLine> cells = [];
            foreach (FrameDefinition definition in schedule.Dialect.Order)
            {
                uint id = definition.Id;
                if (id != CapacityFrame.CanId || schedule.Dialect.SendsCapacity)
                {
                    cells.Add(isRoomy ? Full(id, schedule.StatisticsOf(id)) : Compact(id, schedule.StatisticsOf(id)));
                }
            }

            if (isRoomy)
            {
                return [Head(), .. cells];
            }

            int columns = Math.Max(1, width / CompactWidth);
            List<TextLine> lines = [];
            for (int index = 0; index < cells.Count; index++)
            {
                if (index % columns == 0)
                {
                    lines.Add(new TextLine());
                }

                lines[^1].PadTo(index % columns * CompactWidth).Add(cells[index]);
            }

            return lines;
        }

        private static TextLine Head()
        {
            return new TextLine().Add("Frames    ", Palette.Title).Add("last bytes               ms min/mean/max      count", Palette.Label);
        }

        private static TextLine Full(uint id, FrameStatistics statistics)
        {
            string periods = $"{Figures.Period(statistics.PeriodMinMilliseconds)}/{Figures.Period(statistics.PeriodMeanMilliseconds)}/{Figures.Period(statistics.PeriodMaxMilliseconds)}";
            TextLine line = new TextLine().Add($"  0x{Id(id)}   ", Palette.Strong).Add($"{Bytes(statistics, true),-23}  {periods,-16} {statistics.Sent,9}");
            return Unsent(line, statistics);
        }

        private static TextLine Compact(uint id, FrameStatistics statistics)
        {
            TextLine line = new TextLine().Add(Id(id), Palette.Strong)
                .Add($" {Bytes(statistics, false),-16} {Figures.Period(statistics.PeriodMeanMilliseconds),5}ms {statistics.Sent,7}");
            return Unsent(line, statistics);
        }

        private static TextLine Unsent(TextLine line, FrameStatistics statistics)
        {
            if (statistics.Failed > 0)
            {
                line.Add($" {statistics.Failed} failed", Palette.Bad);
            }

            return statistics.Withheld > 0 ? line.Add($" {statistics.Withheld} withheld", Palette.Wary) : line;
        }

        private static string Bytes(FrameStatistics statistics, bool isSpaced) => statistics.Sent == 0 ? "-"
            : Figures.Bytes(statistics.LastFrame, isSpaced);

        private static string Id(uint id) => id.ToString("X3", CultureInfo.InvariantCulture);
    }
}
