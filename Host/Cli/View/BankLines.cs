using System.Collections.Generic;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the master claims for the whole bank.</summary>
    internal static class BankLines
    {
        /// <summary>Screens with fewer columns get shorter words.</summary>
        public const int NarrowWidth = 100;

        /// <summary>Three lines.</summary>
        public static IEnumerable<TextLine> Compose(BankReport report, int width, bool isUnicode)
        {
            bool isNarrow = width < NarrowWidth;
            yield return new TextLine().Add("Bank      ", Palette.Title)
                .Add("SOC ", Palette.Label).Add($"{Figures.FromDeci(report.SocPermille)} % ", Palette.Strong).Add(SocBar.Compose(report.SocPermille, isNarrow ? 6 : 10, isUnicode))
                .Add("  SOH ", Palette.Label).Add($"{Figures.WholePercent(report.SohPermille)} %")
                .Add("  ").Add($"{Figures.FromMilli(report.VoltageMillivolts, 2)} V", Palette.Strong)
                .Add("  ").Add($"{Figures.FromMilli(report.CurrentMilliamps, 1)} A", Palette.Strong)
                .Add(Direction(report.CurrentMilliamps), Palette.Label)
                .Add("  ").Add($"{Figures.FromDeci(report.TemperatureDecidegrees)} C");
            yield return new TextLine().Add("          ")
                .Add("CVL ", Palette.Label).Add($"{Figures.FromMilli(report.ChargeVoltageLimitMillivolts, 1)} V")
                .Add("  CCL ", Palette.Label).Add($"{Figures.FromMilli(report.ChargeCurrentLimitMilliamps, 1)} A")
                .Add("  DCL ", Palette.Label).Add($"{Figures.FromMilli(report.DischargeCurrentLimitMilliamps, 1)} A")
                .Add("  DVL ", Palette.Label).Add($"{Figures.FromMilli(report.DischargeVoltageLimitMillivolts, 1)} V")
                .Add(isNarrow ? "  mod " : "  modules ", Palette.Label).Add(report.ModulesOnline == BankReport.Unknown ? "?" : $"{report.ModulesOnline}")
                .Add("  ").Add($"{Figures.FromMilli(report.CapacityMilliampereHours, 0)} Ah");
            yield return new TextLine().Add("          ")
                .Add("protections ", Palette.Label).Add(Figures.Flags(report.Protections), report.Protections == 0 ? Palette.Good : Palette.Bad)
                .Add("  alarms ", Palette.Label).Add(Figures.Flags(report.Alarms), report.Alarms == 0 ? Palette.Good : Palette.Wary)
                .Add(isNarrow ? "  req " : "  requests ", Palette.Label).Add(Figures.Requests(Figures.RequestBitsOf(report)));
        }

        private static string Direction(int milliamps)
        {
            return milliamps == BankReport.Unknown || milliamps == 0 ? "" : milliamps > 0 ? " charging" : " discharging";
        }
    }
}
