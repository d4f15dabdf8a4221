using System;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Host.Analysis.Cloning;
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
            output.WriteLine("      id     count  place    period s    jitter s   longest gap s  back to back  lengths");
            foreach (IdStatistics id in bus.Ids)
            {
                output.WriteLine(
                    $"{FrameText.Id(id.Id, id.IsExtended),8}  {id.Count,8}  {Place(bus, id),5}  {Seconds(id.PeriodMicroseconds),10}  {Seconds(id.JitterMicroseconds),10}  "
                    + $"{Seconds(id.GapMicroseconds),14}  {id.BackToBackCount,12}  {string.Join(",", id.Lengths)}");
            }

            output.WriteLine(Rhythm(bus));
        }

        /// <summary>How the sets come, one sentence.</summary>
        internal static string Rhythm(BusSurvey bus)
        {
            return !bus.HasTimes || bus.Rhythm is not { } rhythm ? "The rhythm of the battery is not known."
                : rhythm.HasOwnTimers ? "Each frame of the battery has a timer of its own; their order goes round."
                : rhythm.PeriodMilliseconds is int period ? SetText(rhythm, period)
                : "The log holds one burst of the battery's frames.";
        }

        private static string SetText(BusRhythm rhythm, int period)
        {
            string first = FrameText.Id(rhythm.First.Id, rhythm.First.IsExtended);
            string seconds = (period / 1000.0).ToString("0.0##", CultureInfo.InvariantCulture);
            return $"A set begins with {first} every {seconds} s, up to {rhythm.JitterMilliseconds} ms late.";
        }

        internal static string Place(BusSurvey bus, IdStatistics id) => bus.PlaceOf(id)?.ToString(CultureInfo.InvariantCulture) ?? "-";

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
