using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The faults that somebody injected: what is on the wire, and how long it lasts.</summary>
    internal static class FaultLines
    {
        private const int LinesMax = 4;

        // The header of every place of the plan, in short and in long form.
        private static readonly (string Query, SettingRow Row)[] Headers = CreateHeaders();

        /// <summary>A line for each fault that acts or will, the ones that end first on top; empty where there is none.</summary>
        public static IEnumerable<TextLine> Compose(Simulator simulator, ViewInstrument instrument)
        {
            FaultPlan plan = simulator.Faults;
            int[] places = [.. Enumerable.Range(0, plan.WindowCount).Where(place => plan.At(place).IsSet)
                .OrderBy(place => plan.At(place).NextEventMilliseconds)];
            int shown = places.Length <= LinesMax ? places.Length : LinesMax - 1;
            for (int index = 0; index < shown; index++)
            {
                yield return new TextLine().Add(index == 0 ? "Faults    " : "          ", Palette.Title)
                    .Add(Text(Headers[places[index]], plan.At(places[index]), instrument, simulator.NowMilliseconds), Palette.Bad);
            }

            if (shown < places.Length)
            {
                yield return new TextLine().Add($"          and {places.Length - shown} more; FAUL:COUN? counts them, FAUL:CLE ends all");
            }
        }

        private static string Text((string Query, SettingRow Row) header, FaultWindow window, ViewInstrument instrument, long nowMilliseconds)
        {
            IReadOnlyList<string> fields = ScpiFields.Split(instrument.Ask(header.Query));
            string value = string.Join(", ", fields.Take(header.Row.ParameterCount));
            string unit = header.Row.ParameterAt(0).Unit is { Symbol.Length: > 0 } known ? " " + known.Symbol : "";
            string said = header.Row.Pattern.StartsWith("FAULt:VALue:", StringComparison.Ordinal)
                ? $"{NameOf(header)} = {(value == "UNKN" ? "unknown" : Trim(value) + unit)} on the wire"
                : $"{header.Query[..^1]} {value}";
            return said + ", " + When(window, nowMilliseconds);
        }

        // What stands behind the last colon: CCL, VOLT.
        private static string NameOf((string Query, SettingRow Row) header) => header.Query[(header.Query.LastIndexOf(':') + 1)..^1];

        private static string Trim(string number) =>
            decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
                ? value.ToString("0.###", CultureInfo.InvariantCulture)
                : number;

        private static string When(FaultWindow window, long nowMilliseconds)
        {
            string length = window.EndMilliseconds == long.MaxValue
                ? "until FAUL:CLE"
                : $"{AgeText.Of(window.EndMilliseconds - Math.Max(nowMilliseconds, window.StartMilliseconds))} left";
            return window.StartMilliseconds > nowMilliseconds
                ? $"in {AgeText.Of(window.StartMilliseconds - nowMilliseconds)}, {length}"
                : length;
        }

        private static (string Query, SettingRow Row)[] CreateHeaders()
        {
            var headers = new (string, SettingRow)[new FaultPlan().WindowCount];
            foreach (SettingRow row in CommandRows.OfTwin.Where(static row => row.Is(SettingRow.Timed | SettingRow.Query)))
            {
                foreach ((int place, int suffix) in Places(row))
                {
                    TextBuffer text = new(64, true);
                    row.WriteShortHeader(text, suffix, 0);
                    headers[place] = (text.Take() + "?", row);
                }
            }

            return headers;
        }

        private static IEnumerable<(int Place, int Suffix)> Places(SettingRow row)
        {
            return row.HasFrame ? Enumerable.Range(0, FrameTable.Count)
                    .Select(frame => (FaultPlan.IndexOf(frame, (FrameFaultKind)row.Tag), FrameTable.At(frame).Suffix))
                : row.HasSlot ? Enumerable.Range(0, ExtraFrames.SlotCount).Select(static slot => (FaultPlan.IndexOfExtra(slot), slot + 1))
                : row.Pattern.StartsWith("FAULt:CABLe:", StringComparison.Ordinal) ? [(FaultPlan.IndexOf((CableFaultKind)row.Tag), 0)]
                : [(FaultPlan.IndexOf((ReportValue)row.Tag), 0)];
        }
    }
}
