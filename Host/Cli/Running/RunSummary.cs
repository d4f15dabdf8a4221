using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What a run came to.</summary>
    internal static class RunSummary
    {
        /// <summary>Writes it.</summary>
        public static void Write(
            TextWriter output, RunRequest request, TwinSession session, EnergyMeter meter, TimeSpan elapsed, FrameLog? log, RecordFile? record)
        {
            output.WriteLine();
            output.WriteLine("Summary");
            double factor = session.NowMilliseconds / Math.Max(1, elapsed.TotalMilliseconds);
            output.WriteLine(Line("time", $"{DurationText.Format(session.NowMilliseconds)} simulated in {elapsed.TotalSeconds:0.00} s ({factor:0.#}x)"));
            WriteFrames(output, session);
            WriteLink(output, session.Simulator.Link);
            output.WriteLine(Line("SOC", $"{Figures.FromDeci(request.Options.Bank.SocPermille)} % -> {Figures.FromDeci(session.Simulator.Report.SocPermille)} %"));
            output.WriteLine(Line("charged", $"{meter.ChargedAmpereHours:0.00} Ah, {meter.ChargedKilowattHours:0.000} kWh"));
            output.WriteLine(Line("discharged", $"{meter.DischargedAmpereHours:0.00} Ah, {meter.DischargedKilowattHours:0.000} kWh"));
            WriteFaults(output, session);
            if (log is not null)
            {
                output.WriteLine(Line("log", $"{log.FrameCount} frames in {log.Path}"));
            }

            if (record is not null)
            {
                output.WriteLine(Line("record", $"{record.RowCount} rows in {record.Path}" + (record.FileCount > 1 ? $" and {record.FileCount - 1} behind it" : "")));
            }
        }

        /// <summary>Writes how often the machine was late; nothing if it never was.</summary>
        public static void WriteSlips(TextWriter output, HostSlips slips, LatePolicy policy)
        {
            if (slips.Count > 0)
            {
                string what = policy == LatePolicy.Shift ? "frames left late by as much" : "frames due in them were left out";
                output.WriteLine(Line("host slips", $"{slips.Count}, {slips.TotalMilliseconds} ms in all, {slips.WorstMilliseconds} ms the longest; {what}"));
            }
        }

        private static void WriteFrames(TextWriter output, TwinSession session)
        {
            FrameSchedule schedule = session.Simulator.Schedule;
            output.WriteLine($"  {"frame",-10}  {"sent",9}  ms min/mean/max");
            foreach (FrameDefinition definition in schedule.Dialect.Order)
            {
                FrameStatistics statistics = session.Simulator.Master.Recorder.StatisticsOf(definition);
                if (statistics.Sent + statistics.Failed + statistics.Withheld == 0)
                {
                    continue;
                }

                string rest = statistics.Failed > 0 ? $"  {statistics.Failed} refused by the bus" : "";
                rest += statistics.Withheld > 0 ? $"  {statistics.Withheld} withheld" : "";
                output.WriteLine($"  0x{definition.Id.ToString("X3", CultureInfo.InvariantCulture),-8}  {statistics.Sent,9}  {Figures.Period(statistics.PeriodMinMilliseconds)}"
                    + $"/{Figures.Period(statistics.PeriodMeanMilliseconds)}/{Figures.Period(statistics.PeriodMaxMilliseconds)}{rest}");
            }
        }

        private static void WriteLink(TextWriter output, InverterLink link)
        {
            output.WriteLine($"  {"0x305",-10}  {link.Count,9}  {Figures.Period(link.IntervalMinMilliseconds)}"
                + $"/{Figures.Period(link.IntervalMeanMilliseconds)}/{Figures.Period(link.IntervalMaxMilliseconds)}  received from the inverter");
        }

        private static void WriteFaults(TextWriter output, TwinSession session)
        {
            BankReport report = session.Simulator.Report;
            output.WriteLine(Line("bank", $"protections {Figures.Flags(report.Protections)}, alarms {Figures.Flags(report.Alarms)}"));
            if (session.Inverter is not null)
            {
                output.WriteLine(Line("inverter", $"{InverterWords.State(session.Inverter)}, faults {InverterWords.FaultHistory(session.Inverter)}"));
            }
        }

        private static string Line(string name, string text) => $"  {name,-10}  {text}";
    }
}
