using System;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Host.Analysis.Decoding;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>The report for a terminal or an e-mail.</summary>
    public static class TextReportWriter
    {
        /// <summary>Writes it.</summary>
        public static void Write(DoctorReport report, TextWriter output)
        {
            ArgumentNullException.ThrowIfNull(report);
            ArgumentNullException.ThrowIfNull(output);
            BusSurvey bus = report.Bus;
            output.WriteLine($"{report.Title}: {bus.FrameCount} frames in {Seconds(bus.LengthMicroseconds)} s{(bus.HasTimes ? "" : " (laid out, the log has no times)")}");
            foreach ((string who, string evidence) in report.Participants)
            {
                output.WriteLine($"  {who}: {evidence}");
            }

            output.WriteLine($"  healthy: {report.Healthy}");
            output.WriteLine();
            output.WriteLine(report.Findings.Count == 0 ? "No findings." : "Findings, the worst first:");
            foreach (Finding finding in report.Findings)
            {
                Write(finding, output);
            }

            output.WriteLine();
            output.WriteLine("      id     count    period s    jitter s   longest gap s  lengths");
            foreach (IdStatistics id in bus.Ids)
            {
                output.WriteLine(
                    $"{FrameText.Id(id.Id, id.IsExtended),8}  {id.Count,8}  {Seconds(id.PeriodMicroseconds),10}  {Seconds(id.JitterMicroseconds),10}  "
                    + $"{Seconds(id.GapMicroseconds),14}  {string.Join(",", id.Lengths)}");
            }
        }

        internal static string Seconds(long microseconds) => (microseconds / 1e6).ToString("F3", CultureInfo.InvariantCulture);

        internal static string Where(Evidence evidence)
        {
            string time = evidence.TimeMicroseconds is long at ? $"at {Seconds(at)} s" : "";
            string frame = evidence.Frame is null ? "" : $"{FrameText.Id(evidence.Frame)}#{FrameText.Data(evidence.Frame)}";
            return string.Join(", ", new[] { time, frame }.Where(static part => part.Length > 0));
        }

        private static void Write(Finding finding, TextWriter output)
        {
            string where = Where(finding.Evidence);
            DoctorRule rule = finding.Rule;
            output.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant(),-7}  {rule.Id}: {rule.Title}");
            output.WriteLine($"           evidence:    {finding.Evidence.Text}{(where.Length > 0 ? $"; {where}" : "")}");
            output.WriteLine($"           consequence: {rule.Consequence}");
            output.WriteLine($"           remedy:      {rule.Remedy}");
            output.WriteLine($"           source:      {rule.Source} ({rule.Provenance})");
        }
    }
}
