using System.Collections.Generic;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the inverter does and what it received from the battery.</summary>
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

            BmsData bmsData = inverter.BmsData;
            yield return new TextLine().Add("Inverter  ", Palette.Title)
                .Add(InverterWords.State(inverter), inverter.State is InverterState.Normal ? Palette.Good
                    : inverter.State == InverterState.Fault ? Palette.Bad : Palette.Wary)
                .Add("  makes ", Palette.Label).Add($"{Figures.FromMilli(inverter.CurrentMilliamps, 1)} A", Palette.Strong)
                .Add("  faults ", Palette.Label).Add(width < BankLines.NarrowWidth ? InverterWords.FaultCode(inverter)
                    : InverterWords.Fault(inverter), inverter.Fault == InverterFault.None ? Palette.Good : Palette.Bad)
                .Add("  BMS_Err_Stop ", Palette.Label).Add(inverter.Settings.StopsOnBmsError ? "on" : "off")
                .Add("  ").Add(InverterWords.Warnings(inverter), Palette.Wary);
            TextLine Aged(string before, ReceivedValue value, string label, string text) => new TextLine()
                .AddAged(
                    new TextLine().Add(before + label, Palette.Label).Add(text),
                    value.IsKnown && nowMilliseconds - value.ReceivedMilliseconds > staleMilliseconds);
            string soh = width < BankLines.NarrowWidth ? "" : $"  SOH {Percent(bmsData.SohPermille)} %";
            yield return new TextLine().Add(" received ", Palette.Label)
                .Add(Aged("", bmsData.ChargeVoltageLimitMillivolts, "CVL ", $"{Milli(bmsData.ChargeVoltageLimitMillivolts, 1)} V"))
                .Add(Aged("  ", bmsData.ChargeCurrentLimitMilliamps, "CCL ", $"{Milli(bmsData.ChargeCurrentLimitMilliamps, 1)} A"))
                .Add(Aged("  ", bmsData.DischargeCurrentLimitMilliamps, "DCL ", $"{Milli(bmsData.DischargeCurrentLimitMilliamps, 1)} A"))
                .Add(Aged("  ", bmsData.DischargeVoltageLimitMillivolts, "DVL ", $"{Milli(bmsData.DischargeVoltageLimitMillivolts, 1)} V"))
                .Add(Aged("  ", bmsData.SocPermille, "SOC ", $"{Percent(bmsData.SocPermille)} %{soh}"));
            yield return new TextLine().Add("          ")
                .Add(Aged("", bmsData.VoltageMillivolts, "", $"{Milli(bmsData.VoltageMillivolts, 2)} V"))
                .Add(Aged("  ", bmsData.CurrentMilliamps, "", $"{Milli(bmsData.CurrentMilliamps, 1)} A"))
                .Add(Aged("  ", bmsData.TemperatureDecidegrees, "", $"{Deci(bmsData.TemperatureDecidegrees)} C"))
                .Add(Aged("  ", bmsData.ModulesOnline, "modules ", bmsData.ModulesOnline.IsKnown ? $"{bmsData.ModulesOnline.Value}" : "?"))
                .Add(Aged("  ", bmsData.CapacityMilliampereHours, "", $"{Milli(bmsData.CapacityMilliampereHours, 0)} Ah"))
                .Add("  name ", Palette.Label).Add(bmsData.Name.Length == 0 ? "?" : InverterWords.Printable(bmsData.Name))
                .Add(Aged("  ", bmsData.Alarms, "alarms ", Figures.Flags(bmsData.Alarms.Value | bmsData.Protections.Value)));
            long age = nowMilliseconds - inverter.Link.LastReceivedMilliseconds;
            if (inverter.Link.ReceivedCount > 0 && age > staleMilliseconds)
            {
                yield return new TextLine().Add("          ").Add(AgeText.Ago("received", age), Palette.Bad);
            }
        }

        /// <summary>The LI Batt Info screen, a line for each of its own.</summary>
        public static IEnumerable<TextLine> Screen(BmsData bmsData)
        {
            yield return new TextLine().Add("LI Batt Info".PadRight(28), Palette.Title).Add(LiBattInfo.LineOf(bmsData, 0));
            for (int line = 1; line < LiBattInfo.LineCount; line++)
            {
                yield return new TextLine().Add("  " + LiBattInfo.LineOf(bmsData, line));
            }
        }

        private static string Milli(ReceivedValue value, int decimals) => Figures.FromMilli(value.Or(BankReport.Unknown), decimals);

        private static string Percent(ReceivedValue value) => Figures.WholePercent(value.Or(BankReport.Unknown));

        private static string Deci(ReceivedValue value) => Figures.FromDeci(value.Or(BankReport.Unknown));
    }
}
