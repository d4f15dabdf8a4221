using System.Collections.Generic;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the inverter does and what it believes.</summary>
    internal static class InverterLines
    {
        /// <summary>Three lines and one for its age where nothing is received, or one where there is no inverter.</summary>
        /// <param name="inverter">The inverter; null for none.</param>
        /// <param name="width">Columns of the screen.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        /// <param name="staleMilliseconds">Age above which a received value is dimmed.</param>
        public static IEnumerable<TextLine> Compose(VirtualSolArk? inverter, int width, long nowMilliseconds, long staleMilliseconds)
        {
            if (inverter is null)
            {
                yield return new TextLine().Add("Inverter  ", Palette.Title).Add("none; the load hangs on the bank itself, a recorder acknowledges", Palette.Label);
                yield break;
            }

            InverterBelief belief = inverter.Belief;
            yield return new TextLine().Add("Inverter  ", Palette.Title)
                .Add(InverterWords.State(inverter), inverter.State is InverterState.Normal ? Palette.Good
                    : inverter.State == InverterState.Fault ? Palette.Bad : Palette.Wary)
                .Add("  makes ", Palette.Label).Add($"{Figures.FromMilli(inverter.CurrentMilliamps, 1)} A", Palette.Strong)
                .Add("  faults ", Palette.Label).Add(width < BankLines.NarrowWidth ? InverterWords.FaultCode(inverter)
                    : InverterWords.Fault(inverter), inverter.Fault == InverterFault.None ? Palette.Good : Palette.Bad)
                .Add("  BMS_Err_Stop ", Palette.Label).Add(inverter.Settings.StopsOnBmsError ? "on" : "off")
                .Add("  ").Add(InverterWords.Warnings(inverter), Palette.Wary);
            TextLine Aged(string before, HeardValue value, string label, string text) => new TextLine()
                .AddAged(new TextLine().Add(before + label, Palette.Label).Add(text), value.IsKnown && nowMilliseconds - value.HeardMilliseconds > staleMilliseconds);
            string soh = width < BankLines.NarrowWidth ? "" : $"  SOH {Percent(belief.SohPermille)} %";
            yield return new TextLine().Add(" believes ", Palette.Label)
                .Add(Aged("", belief.ChargeVoltageLimitMillivolts, "CVL ", $"{Milli(belief.ChargeVoltageLimitMillivolts, 1)} V"))
                .Add(Aged("  ", belief.ChargeCurrentLimitMilliamps, "CCL ", $"{Milli(belief.ChargeCurrentLimitMilliamps, 1)} A"))
                .Add(Aged("  ", belief.DischargeCurrentLimitMilliamps, "DCL ", $"{Milli(belief.DischargeCurrentLimitMilliamps, 1)} A"))
                .Add(Aged("  ", belief.DischargeVoltageLimitMillivolts, "DVL ", $"{Milli(belief.DischargeVoltageLimitMillivolts, 1)} V"))
                .Add(Aged("  ", belief.SocPermille, "SOC ", $"{Percent(belief.SocPermille)} %{soh}"));
            yield return new TextLine().Add("          ")
                .Add(Aged("", belief.VoltageMillivolts, "", $"{Milli(belief.VoltageMillivolts, 2)} V"))
                .Add(Aged("  ", belief.CurrentMilliamps, "", $"{Milli(belief.CurrentMilliamps, 1)} A"))
                .Add(Aged("  ", belief.TemperatureDecidegrees, "", $"{Deci(belief.TemperatureDecidegrees)} C"))
                .Add(Aged("  ", belief.ModulesOnline, "modules ", belief.ModulesOnline.IsKnown ? $"{belief.ModulesOnline.Value}" : "?"))
                .Add(Aged("  ", belief.CapacityMilliampereHours, "", $"{Milli(belief.CapacityMilliampereHours, 0)} Ah"))
                .Add("  name ", Palette.Label).Add(belief.Name.Length == 0 ? "?" : InverterWords.Printable(belief.Name))
                .Add(Aged("  ", belief.Alarms, "alarms ", Figures.Flags(belief.Alarms.Value | belief.Protections.Value)));
            long age = nowMilliseconds - inverter.Link.LastHeardMilliseconds;
            if (inverter.Link.HeardCount > 0 && age > staleMilliseconds)
            {
                yield return new TextLine().Add("          ").Add(AgeText.Ago("received", age), Palette.Bad);
            }
        }

        /// <summary>The LI Batt Info screen, a line for each of its own.</summary>
        public static IEnumerable<TextLine> Screen(InverterBelief belief)
        {
            yield return new TextLine().Add("LI Batt Info", Palette.Title);
            for (int line = 0; line < LiBattInfo.LineCount; line++)
            {
                yield return new TextLine().Add($"  {LiBattInfo.LabelOf(line),-24}", Palette.Label).Add(LiBattInfo.ValueOf(belief, line));
            }
        }

        private static string Milli(HeardValue value, int decimals) => Figures.FromMilli(value.Or(BankReport.Unknown), decimals);

        private static string Percent(HeardValue value) => Figures.WholePercent(value.Or(BankReport.Unknown));

        private static string Deci(HeardValue value) => Figures.FromDeci(value.Or(BankReport.Unknown));
    }
}
