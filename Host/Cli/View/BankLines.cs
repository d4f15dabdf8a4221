using System.Collections.Generic;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the master claims for the whole bank; dimmed where the frame that carries it has not been sent for two periods.</summary>
    internal static class BankLines
    {
        /// <summary>Screens with fewer columns get shorter words.</summary>
        public const int NarrowWidth = 100;

        /// <summary>Three lines, and one that says so where nothing is sent any more.</summary>
        public static IEnumerable<TextLine> Compose(TwinSession session, int width, bool isUnicode)
        {
            BankReport report = session.Simulator.Report;
            WireAge age = new(session);
            bool isNarrow = width < NarrowWidth;
            bool isSilent = age.IsStale(LimitsFrame.CanId, StateFrame.CanId, MeasurementsFrame.CanId);
            if (isSilent)
            {
                long youngest = age.Of(LimitsFrame.CanId, StateFrame.CanId, MeasurementsFrame.CanId);
                yield return new TextLine().Add("Bank      ", Palette.Title).Add(AgeText.Ago("sent", youngest), Palette.Bad)
                    .Add(session.Simulator.IsOutputOn ? "" : "  output is off");
            }

            yield return new TextLine().Add(isSilent ? "          " : "Bank      ", Palette.Title)
                .AddAged(Charge(report, isNarrow, isUnicode), age.IsStale(StateFrame.CanId))
                .AddAged(Measured(report), age.IsStale(MeasurementsFrame.CanId));
            yield return new TextLine().Add("          ")
                .AddAged(Limits(report), age.IsStale(LimitsFrame.CanId))
                .AddAged(new TextLine().Add(isNarrow ? "  mod " : "  modules ", Palette.Label)
                    .Add(Figures.Whole(report.ModulesOnline)), age.IsStale(AlarmsFrame.CanId, BatteryInfoFrame.CanId))
                .AddAged(new TextLine().Add("  ").Add($"{Figures.FromMilli(report.CapacityMilliampereHours, 0)} Ah"),
                    age.IsStale(CapacityFrame.CanId, BatteryInfoFrame.CanId));
            yield return new TextLine().Add("          ")
                .AddAged(new TextLine()
                    .Add("protections ", Palette.Label).Add(Figures.Flags(report.Protections), report.Protections == 0 ? Palette.Good : Palette.Bad)
                    .Add("  alarms ", Palette.Label).Add(Figures.Flags(report.Alarms), report.Alarms == 0 ? Palette.Good : Palette.Wary),
                    age.IsStale(AlarmsFrame.CanId, VictronAlarmsFrame.CanId))
                .AddAged(new TextLine().Add(isNarrow ? "  req " : "  requests ", Palette.Label).Add(Figures.Requests(Figures.RequestBitsOf(report))),
                    age.IsStale(RequestsFrame.CanId));
        }

        private static TextLine Charge(BankReport report, bool isNarrow, bool isUnicode)
        {
            return new TextLine()
                .Add("SOC ", Palette.Label).Add($"{Figures.FromDeci(report.SocPermille)} % ", Palette.Strong).Add(SocBar.Compose(report.SocPermille, isNarrow ? 6 : 10, isUnicode))
                .Add("  SOH ", Palette.Label).Add($"{Figures.WholePercent(report.SohPermille)} %");
        }

        private static TextLine Measured(BankReport report)
        {
            return new TextLine()
                .Add("  ").Add($"{Figures.FromMilli(report.VoltageMillivolts, 2)} V", Palette.Strong)
                .Add("  ").Add($"{Figures.FromMilli(report.CurrentMilliamps, 1)} A", Palette.Strong)
                .Add(Direction(report.CurrentMilliamps), Palette.Label)
                .Add("  ").Add($"{Figures.FromDeci(report.TemperatureDecidegrees)} C");
        }

        private static TextLine Limits(BankReport report)
        {
            return new TextLine()
                .Add("CVL ", Palette.Label).Add($"{Figures.FromMilli(report.ChargeVoltageLimitMillivolts, 1)} V")
                .Add("  CCL ", Palette.Label).Add($"{Figures.FromMilli(report.ChargeCurrentLimitMilliamps, 1)} A")
                .Add("  DCL ", Palette.Label).Add($"{Figures.FromMilli(report.DischargeCurrentLimitMilliamps, 1)} A")
                .Add("  DVL ", Palette.Label).Add($"{Figures.FromMilli(report.DischargeVoltageLimitMillivolts, 1)} V");
        }

        private static string Direction(int milliamps)
        {
            return milliamps == BankReport.Unknown || milliamps == 0 ? "" : milliamps > 0 ? " charging" : " discharging";
        }
    }
}
