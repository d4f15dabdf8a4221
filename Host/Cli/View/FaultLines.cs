using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The faults that somebody injected: what is on the wire, and how long it lasts.</summary>
    internal static class FaultLines
    {
        private const int LinesMax = 4;

        /// <summary>A line for each fault that acts or will, the ones that end first on top; empty where there is none.</summary>
        public static IEnumerable<TextLine> Compose(Simulator simulator, LocalInstrument instrument)
        {
            FaultPlan plan = simulator.Faults;
            int[] places = [.. Enumerable.Range(0, plan.WindowCount).Where(place => plan.At(place).IsSet)
                .OrderBy(place => plan.At(place).NextEventMilliseconds)];
            int shown = places.Length <= LinesMax ? places.Length : LinesMax - 1;
            for (int index = 0; index < shown; index++)
            {
                yield return new TextLine().Add(index == 0 ? "Faults    " : "          ", Palette.Title)
                    .Add(Text(FaultHeaders.Of(places[index]), plan.At(places[index]), instrument, simulator.NowMilliseconds), Palette.Bad);
            }

            if (shown < places.Length)
            {
                yield return new TextLine().Add($"          and {places.Length - shown} more; FAUL:COUN? counts them, FAUL:CLE ends all");
            }
        }

        private static string Text((string Header, SettingRow Row) header, FaultWindow window, LocalInstrument instrument, long nowMilliseconds)
        {
            IReadOnlyList<string> fields = ScpiFields.Split(instrument.Ask(header.Header + "?"));
            string value = string.Join(", ", fields.Take(header.Row.ParameterCount));
            string unit = header.Row.ParameterAt(0).Unit is { Symbol.Length: > 0 } known ? " " + known.Symbol : "";
            string said = header.Row.Pattern.StartsWith("FAULt:VALue:", StringComparison.Ordinal)
                ? $"{NameOf(header)} = {(value == "UNKN" ? "unknown" : Trim(value) + unit)} on the wire"
                : $"{header.Header} {value}";
            return said + ", " + When(window, nowMilliseconds);
        }

        // What stands behind the last colon: CCL, VOLT.
        private static string NameOf((string Header, SettingRow Row) header) => header.Header[(header.Header.LastIndexOf(':') + 1)..];

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
    }
}
