using System.Collections.Generic;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the inverter does and what it believes.</summary>
    internal static class InverterLines
    {
        /// <summary>Three lines, or one where there is no inverter.</summary>
        public static IEnumerable<TextLine> Compose(VirtualSolArk? inverter, int width)
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
            yield return new TextLine().Add(" believes ", Palette.Label)
                .Add("CVL ", Palette.Label).Add($"{Milli(bmsData.ChargeVoltageLimitMillivolts, 1)} V")
                .Add("  CCL ", Palette.Label).Add($"{Milli(bmsData.ChargeCurrentLimitMilliamps, 1)} A")
                .Add("  DCL ", Palette.Label).Add($"{Milli(bmsData.DischargeCurrentLimitMilliamps, 1)} A")
                .Add("  DVL ", Palette.Label).Add($"{Milli(bmsData.DischargeVoltageLimitMillivolts, 1)} V")
                .Add("  SOC ", Palette.Label).Add($"{Percent(bmsData.SocPermille)} %")
                .Add(width < BankLines.NarrowWidth ? "" : $"  SOH {Percent(bmsData.SohPermille)} %");
            yield return new TextLine().Add("          ")
                .Add($"{Milli(bmsData.VoltageMillivolts, 2)} V  {Milli(bmsData.CurrentMilliamps, 1)} A  {Deci(bmsData.TemperatureDecidegrees)} C")
                .Add("  modules ", Palette.Label).Add(bmsData.ModulesOnline.IsKnown ? $"{bmsData.ModulesOnline.Value}" : "?")
                .Add("  ").Add($"{Milli(bmsData.CapacityMilliampereHours, 0)} Ah")
                .Add("  name ", Palette.Label).Add(bmsData.Name.Length == 0 ? "?" : InverterWords.Printable(bmsData.Name))
                .Add("  alarms ", Palette.Label).Add(Figures.Flags(bmsData.Alarms.Value | bmsData.Protections.Value));
        }

        /// <summary>The LI Batt Info screen, a line for each of its own.</summary>
        public static IEnumerable<TextLine> Screen(BmsData bmsData)
        {
            yield return new TextLine().Add("LI Batt Info", Palette.Title);
            for (int line = 0; line < LiBattInfo.LineCount; line++)
            {
                yield return new TextLine().Add($"  {LiBattInfo.LabelOf(line),-24}", Palette.Label).Add(LiBattInfo.ValueOf(bmsData, line));
            }
        }

        private static string Milli(ReceivedValue value, int decimals) => Figures.FromMilli(value.Or(BankReport.Unknown), decimals);

        private static string Percent(ReceivedValue value) => Figures.WholePercent(value.Or(BankReport.Unknown));

        private static string Deci(ReceivedValue value) => Figures.FromDeci(value.Or(BankReport.Unknown));
    }
}
