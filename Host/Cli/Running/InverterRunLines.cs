using System.IO;
using BatterySim.Bms.Stack;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What the inverter received, in plain lines with fixed columns.</summary>
    internal sealed class InverterRunLines(TextWriter output, InverterSession session)
    {
        /// <summary>Names the columns.</summary>
        public void WriteHead()
        {
            output.WriteLine("Virtual Sol-Ark: what it received from the battery, and what it would do.");
            output.WriteLine($"{"time",12} {"SOC %",6} {"V",6} {"A",7} {"degC",6} {"CVL V",6} {"CCL A",7} {"DCL A",7} {"modules",7} {"frames",8} {"makes A",8}  state");
        }

        /// <summary>One line with the present state.</summary>
        public void Write()
        {
            VirtualSolArk inverter = session.Inverter;
            BmsData bmsData = inverter.BmsData;
            output.WriteLine(
                $"{DurationText.Clock(session.NowMilliseconds),12} {Figures.FromDeci(Known(bmsData.SocPermille)),6} {Figures.FromMilli(Known(bmsData.VoltageMillivolts), 2),6} "
                + $"{Figures.FromMilli(Known(bmsData.CurrentMilliamps), 1),7} {Figures.FromDeci(Known(bmsData.TemperatureDecidegrees)),6} "
                + $"{Figures.FromMilli(Known(bmsData.ChargeVoltageLimitMillivolts), 1),6} {Figures.FromMilli(Known(bmsData.ChargeCurrentLimitMilliamps), 1),7} "
                + $"{Figures.FromMilli(Known(bmsData.DischargeCurrentLimitMilliamps), 1),7} {(bmsData.ModulesOnline.IsKnown ? bmsData.ModulesOnline.Value : "?"),7} "
                + $"{session.FrameCount,8} {Figures.FromMilli(inverter.CurrentMilliamps, 1),8}  "
                + (inverter.Fault == InverterFault.None ? InverterWords.State(inverter) : InverterWords.Fault(inverter)));
        }

        private static int Known(ReceivedValue value) => value.Or(BankReport.Unknown);
    }
}
