using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;
using BatterySim.Host.Twin;
using Spectre.Console;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The frames as last sent: bytes, what they say, age, measured period and count; an old one is dimmed.</summary>
    internal sealed class FrameLines(TwinSession session, SignalMemory memory)
    {
        private const int CompactWidth = 40;
        private const int BytesWidth = 23;

        private static readonly HashSet<string> Flags = [.. DecodeDialects.All.SelectMany(static dialect => dialect.Messages)
            .SelectMany(static message => message.Signals)
            .Where(static signal => signal.Kind == SignalKind.Flag).Select(static signal => signal.Name)];

        /// <summary>A line for each frame with its signals, or bytes alone and two or more frames in a line.</summary>
        public IReadOnlyList<TextLine> Compose(int width, bool isRaw)
        {
            FrameSchedule schedule = session.Simulator.Schedule;
            WireAge age = new(session);
            uint[] sent = [.. schedule.Dialect.Order.Select(static definition => definition.Id)
                .Where(id => id != CapacityFrame.CanId || schedule.Dialect.SendsCapacity)];
            if (!isRaw)
            {
                return [Head(), .. sent.Select(id => Decoded(id, schedule.StatisticsOf(id), age))];
            }

            int columns = Math.Max(1, width / CompactWidth);
            List<TextLine> lines = [];
            for (int index = 0; index < sent.Length; index++)
            {
                if (index % columns == 0)
                {
                    lines.Add(new TextLine());
                }

                lines[^1].PadTo(index % columns * CompactWidth).Add(Compact(sent[index], schedule.StatisticsOf(sent[index]), age));
            }

            return lines;
        }

        private static TextLine Head()
        {
            return new TextLine().Add("Frames    ", Palette.Title).Add("last bytes                  age  ms min/mean/max    count  what they say", Palette.Label);
        }

        private TextLine Decoded(uint id, FrameStatistics statistics, WireAge age)
        {
            TextLine line = new TextLine().Add($"  0x{Id(id)}   ", Palette.Strong);
            if (statistics.Sent == 0)
            {
                return Unsent(line.Add("not sent yet"), statistics);
            }

            string periods = $"{Figures.Period(statistics.PeriodMinMilliseconds)}/{Figures.Period(statistics.PeriodMeanMilliseconds)}/{Figures.Period(statistics.PeriodMaxMilliseconds)}";
            FrameContent content = memory.Of(id, statistics);
            bool isStale = age.IsStale(id);
            TextLine bytes = Bytes(content);
            line.AddAged(bytes, isStale).PadTo(line.Length + BytesWidth - bytes.Length)
                .Add($"{AgeText.Of(age.Of(id)),8}", isStale ? Palette.Bad : Style.Plain)
                .AddAged(new TextLine().Add($"  {periods,-15} {statistics.Sent,6}").Add(Signals(content)), isStale);
            return Unsent(line, statistics);
        }

        private static TextLine Bytes(FrameContent content)
        {
            TextLine line = new();
            for (int index = 0; index < content.Bytes.Count; index++)
            {
                line.Add(index == 0 ? "" : " ").Add(content.Bytes[index], content.IsByteChanged(index) ? Palette.Changed : Style.Plain);
            }

            return line;
        }

        private static TextLine Signals(FrameContent content)
        {
            TextLine line = new();
            bool hasFlags = false;
            bool isAnySet = false;
            for (int index = 0; index < content.Signals.Count; index++)
            {
                (string name, string value) = content.Signals[index];
                bool isFlag = Flags.Contains(name);
                hasFlags |= isFlag;
                isAnySet |= isFlag && value == "1";
                Style style = content.IsSignalChanged(index) ? Palette.Changed : Style.Plain;
                if (!isFlag)
                {
                    line.Add("  ").Add(SignalLabels.Value(name, value), style);
                }
                else if (value == "1")
                {
                    line.Add("  ").Add(SignalLabels.Words(name), style);
                }
                else if (content.IsSignalChanged(index))
                {
                    line.Add("  ").Add("no " + SignalLabels.Words(name), style);
                }
            }

            return hasFlags && !isAnySet ? line.Add("  no flag set") : line;
        }

        private static TextLine Compact(uint id, FrameStatistics statistics, WireAge age)
        {
            bool isStale = age.IsStale(id) && statistics.Sent > 0;
            string bytes = statistics.Sent == 0 ? "-" : Figures.Bytes(statistics.LastFrame, isSpaced: false);
            TextLine line = new TextLine().Add(Id(id), Palette.Strong)
                .AddAged(new TextLine().Add($" {bytes,-16}"), isStale)
                .Add($" {(statistics.Sent == 0 ? "-" : AgeText.Of(age.Of(id))),8}", isStale ? Palette.Bad : Style.Plain)
                .AddAged(new TextLine().Add($" {statistics.Sent,7}"), isStale);
            return Unsent(line, statistics);
        }

        private static TextLine Unsent(TextLine line, FrameStatistics statistics)
        {
            if (statistics.Failed > 0)
            {
                line.Add($"  {statistics.Failed} failed", Palette.Bad);
            }

            return statistics.Withheld > 0 ? line.Add($"  {statistics.Withheld} withheld", Palette.Wary) : line;
        }

        private static string Id(uint id) => id.ToString("X3", CultureInfo.InvariantCulture);
    }
}
