using System;
using System.IO;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A run in plain lines with fixed columns, for files, pipes and CI.</summary>
    internal sealed class RunLines(TextWriter output, TwinSession session)
    {
        private readonly WireAge _age = new(session);

        /// <summary>Says what runs, and names the columns.</summary>
        public void WriteHead(RunRequest request)
        {
            output.WriteLine("NO REAL BATTERY: simulated bank.");
            int followers = request.Options.Bank.BatteryCount - 1;
            output.WriteLine($"{request.Options.Bank.Profile.Title}, 1 master and {followers} {(followers == 1 ? "follower" : "followers")}, dialect {request.Options.Bank.Dialect.Name}, "
                + $"load {request.Options.LoadWatts} W, seed {request.Options.Bank.Seed}, speed {PaceText.Format(request.Pace)}.");
            output.WriteLine($"{request.Options.Bank.Profile.Caveat}");
            output.WriteLine($"{"time",14} {"SOC %",6} {"V",6} {"A",7} {"degC",5} {"CVL V",6} {"CCL A",7} {"DCL A",7} {"modules",7} {"link",-7} {"0x305",7} {"frames",8}  inverter");
        }

        /// <summary>One line with the present state.</summary>
        public void Write()
        {
            BankReport report = session.Simulator.Report;
            InverterLink link = session.Simulator.Link;
            string soc = OnWire(Figures.FromDeci(report.SocPermille), StateFrame.CanId);
            string volts = OnWire(Figures.FromMilli(report.VoltageMillivolts, 2), MeasurementsFrame.CanId);
            string amps = OnWire(Figures.FromMilli(report.CurrentMilliamps, 1), MeasurementsFrame.CanId);
            string degrees = OnWire(Figures.FromDeci(report.TemperatureDecidegrees), MeasurementsFrame.CanId);
            string chargeVoltage = OnWire(Figures.FromMilli(report.ChargeVoltageLimitMillivolts, 1), LimitsFrame.CanId);
            string charge = OnWire(Figures.FromMilli(report.ChargeCurrentLimitMilliamps, 1), LimitsFrame.CanId);
            string discharge = OnWire(Figures.FromMilli(report.DischargeCurrentLimitMilliamps, 1), LimitsFrame.CanId);
            string modules = OnWire(Figures.Whole(report.ModulesOnline), AlarmsFrame.CanId, BatteryInfoFrame.CanId);
            output.WriteLine(
                $"{DurationText.ClockWithTenths(session.NowMilliseconds),14} {soc,6} {volts,6} {amps,7} {degrees,5} "
                + $"{chargeVoltage,6} {charge,7} {discharge,7} {modules,7} "
                + $"{LinkWord(link.StateAt(session.NowMilliseconds)),-7} {link.Count,7} {session.Bus.FrameCount,8}  {Inverter()}");
            output.Flush();
        }

        // Empty for what is not known, and for what nobody has said for two periods.
        private string OnWire(string value, params ReadOnlySpan<uint> identifiers) =>
            value == Figures.Unknown || _age.IsStale(identifiers) ? "" : value;

        private static string LinkWord(LinkState state)
        {
            return state switch
            {
                LinkState.Alive => "alive",
                LinkState.Late => "late",
                LinkState.Lost => "lost",
                _ => "waiting",
            };
        }

        private string Inverter()
        {
            return session.Inverter is null ? "none"
                : session.Inverter.Fault == Host.Inverter.InverterFault.None ? InverterWords.State(session.Inverter)
                    : InverterWords.Fault(session.Inverter);
        }
    }
}
