using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>Holds each row of the command table against what the instrument does: what a row promises is set and read back.</summary>
    /// <remarks>It returns text alone, so that it can also be run over a core that was compiled with a row half made.</remarks>
    internal static class RowAudit
    {
        // What goes together with a value belongs to the product; everything else a row has to keep by itself.
        private static readonly string[] LimitedByProduct = ["BANK:BATTery", "BANK:EXPected"];

        /// <summary>Everything that is wrong, one sentence each.</summary>
        public static string[] FindComplaints()
        {
            IEnumerable<string> twice = CommandRows.All.GroupBy(row => HeaderOf(row, true)).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key} stands for {group.Count()} rows");
            return [.. twice, .. CommandRows.OfTwin.SelectMany(Check)];
        }

        private static IEnumerable<string> Check(SettingRow row)
        {
            if (row.Meaning.Length == 0 || row.Example.Length == 0)
            {
                yield return $"{row.Pattern} has no meaning or no example";
            }

            Bench bench = CreateBench(row);
            bench.Ask("*SAV 1");
            (_, string error) = bench.Try(row.Example);
            if (error.Length > 0)
            {
                yield return $"{row.Example}: {error}";
            }

            if (!row.Is(SettingRow.Set) || row.ParameterCount == 0)
            {
                yield break;
            }

            SettingParameter parameter = row.ParameterAt(0);
            IEnumerable<string> complaints = parameter.Form switch
            {
                SettingForm.Number when !row.Is(SettingRow.Repeats) && parameter.Others != "PRESs|RELease" => CheckNumber(row, parameter),
                SettingForm.Switch => CheckWords(row, [("ON", "1", "ON"), ("OFF", "0", "OFF")]),
                SettingForm.Choice => CheckWords(row, [.. Enumerable.Range(0, parameter.WordCount).Select(place => WordOf(parameter, place))]),
                _ => [],
            };
            foreach (string complaint in complaints.Concat(CheckDefault(row, parameter)).Concat(CheckSecond(row)))
            {
                yield return complaint;
            }
        }

        // Where the manual says in words what holds by itself, DEF has to bring that back, whatever was set, of whatever product or dialect.
        private static IEnumerable<string> CheckDefault(SettingRow row, SettingParameter parameter)
        {
            if (parameter.DefaultNote is null || parameter.Form == SettingForm.Text)
            {
                yield break;
            }

            string header = HeaderOf(row, false);
            foreach (string home in new[] { "", "BANK:DIAL deye", "BANK:DIAL pylontech-v1.3", "BANK:PROF pylontech-us5000,2" })
            {
                var bench = new Bench();
                bench.Ask(home);
                string standard = bench.Ask(header + "?");
                string bound = parameter.Form == SettingForm.Number && !row.Is(SettingRow.Repeats) ? bench.Ask(header + "? DEF") : standard;
                bench.Ask(row.Example);
                bench.Ask("*CLS");
                string error = bench.Try(header + " DEF").Error;
                string kept = bench.Ask(header + "?");
                if (error.Length > 0 || kept != standard || bound != standard)
                {
                    yield return $"{header} DEF after '{home}' brings '{kept}' in place of '{standard}', and DEF is said to be '{bound}' {error}";
                }
            }
        }

        private static IEnumerable<string> CheckNumber(SettingRow row, SettingParameter parameter)
        {
            if (parameter.Default < parameter.Minimum || parameter.Default > parameter.Maximum)
            {
                yield return $"{row.Pattern} has a default outside its range";
            }

            string header = HeaderOf(row, false);
            string rest = row.ParameterCount > 1 ? ",MIN" : "";
            foreach (string bound in new[] { "MIN", "MAX", "DEF" })
            {
                if (row.Pattern == "*SRE" && bound == "MAX")
                {
                    // IEEE 488.2, 11.3.2.3: bit 6 is ignored.
                    continue;
                }

                Bench bench = CreateBench(row);
                string promised = bench.Ask($"{header}? {bound}");
                (_, string error) = bench.Try($"{header} {promised}{(promised == "OFF" ? "" : rest)}");
                if (error.StartsWith("-221", StringComparison.Ordinal) && LimitedByProduct.Contains(row.Pattern))
                {
                    continue;
                }

                string kept = bench.Ask(header + "?").Split(',')[0];
                if (error.Length > 0 || kept != promised || promised.Length == 0)
                {
                    yield return $"{header} {promised}, its {bound}, is read back as '{kept}' {error}";
                }
            }

            foreach (long beyond in new[] { parameter.Minimum - 1L, parameter.Maximum + 1L })
            {
                string value = Scaled(parameter, beyond).ToString(CultureInfo.InvariantCulture);
                string error = CreateBench(row).Try($"{header} {value}{rest}").Error;
                if (!error.StartsWith("-222", StringComparison.Ordinal))
                {
                    yield return $"{header} {value} is outside the range of its row and gives '{error}'";
                }
            }
        }

        // The number behind the first parameter has a range as well.
        private static IEnumerable<string> CheckSecond(SettingRow row)
        {
            SettingParameter second = row.ParameterAt(1);
            if (row.ParameterCount < 2 || second.Form != SettingForm.Number || row.Pattern == "BANK:PROFile")
            {
                yield break;
            }

            string header = HeaderOf(row, false);
            string first = row.Example.Split(' ', 2)[1].Split(',')[0];
            foreach ((string typed, long promised) in new[] { ("MIN", second.Minimum), ("MAX", second.Maximum), ("DEF", (long)second.Default) })
            {
                Bench bench = CreateBench(row);
                string error = bench.Try($"{header} {first},{typed}").Error;
                string kept = bench.Ask(header + "?").Split(',')[1];
                if (error.Length > 0 || decimal.Parse(kept, CultureInfo.InvariantCulture) != Scaled(second, promised))
                {
                    yield return $"{header} {first},{typed} is read back as '{kept}' {error}";
                }
            }

            foreach (long beyond in new[] { second.Minimum - 1L, second.Maximum + 1L })
            {
                string value = Scaled(second, beyond).ToString(CultureInfo.InvariantCulture);
                string error = CreateBench(row).Try($"{header} {first},{value}").Error;
                if (!error.StartsWith("-222", StringComparison.Ordinal))
                {
                    yield return $"{header} {first},{value} is outside the range of its row and gives '{error}'";
                }
            }
        }

        private static decimal Scaled(SettingParameter parameter, long steps) => steps / (decimal)Math.Pow(10, parameter.Unit.Decimals);

        private static IEnumerable<string> CheckWords(SettingRow row, (string Word, string Answer, string Other)[] words)
        {
            string header = HeaderOf(row, false);
            foreach ((string word, string answer, string other) in words)
            {
                Bench bench = CreateBench(row);
                string error = bench.Try($"{header} {word}").Error;
                string kept = bench.Ask(header + "?").Split(',')[0];
                if (error.Length > 0 || (kept != answer && kept != other))
                {
                    yield return $"{header} {word} is read back as '{kept}' {error}";
                }
            }
        }

        private static (string Word, string Answer, string Other) WordOf(SettingParameter parameter, int place)
        {
            var text = new TextBuffer(LineBuffer.Capacity, false);
            parameter.WriteShort(text, place);
            string answer = text.Take();
            return (parameter.Names?[place] ?? parameter.Words.Split('|')[place], answer, answer);
        }

        private static Bench CreateBench(SettingRow row)
        {
            var bench = new Bench();
            bench.Simulator.Instrument.Host = new TwinInstrumentHost(bench.Session, new TwinRunner(bench.Session, SimulationPace.Real));
            if (!row.Pattern.StartsWith("FAULt:VALue", StringComparison.Ordinal))
            {
                // One frame, so that gap and jitter have their whole range; but a wrong value needs a frame that carries it.
                bench.Ask("BANK:DIAL:ORD #H351;PER 5");
            }

            return bench;
        }

        private static string HeaderOf(SettingRow row, bool isShort)
        {
            var header = new TextBuffer(LineBuffer.Capacity, false);
            if (isShort)
            {
                row.WriteShortHeader(header, 1, 1);
            }
            else
            {
                row.WriteHeader(header, row.HasFrame ? 0x351 : 1, 1);
            }

            return header.Take();
        }
    }
}
