using System;
using System.IO;
using System.Net;
using BatterySim.Host.Analysis.Decoding;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>The report as one page without anything from outside.</summary>
    public static class HtmlReportWriter
    {
        private const string Style = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #ddd}"
            + "h2 small{font-weight:normal}.error{color:#b00020}.warning{color:#8a5a00}.info{color:#30506f}";

        /// <summary>Writes it.</summary>
        public static void Write(DoctorReport report, TextWriter output)
        {
            ArgumentNullException.ThrowIfNull(report);
            ArgumentNullException.ThrowIfNull(output);
            output.WriteLine($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Text(report.Title)}</title><style>{Style}</style></head><body>");
            output.WriteLine($"<h1>{Text(report.Title)}</h1>");
            output.WriteLine($"<p>{report.Bus.FrameCount} frames in {TextReportWriter.Seconds(report.Bus.LengthMicroseconds)} s. Healthy: {Text(report.Healthy)}.</p><ul>");
            foreach ((string who, string evidence) in report.Participants)
            {
                output.WriteLine($"<li>{Text(who)}: {Text(evidence)}</li>");
            }

            output.WriteLine(report.Findings.Count == 0 ? "</ul><p>No findings.</p>" : "</ul>");
            foreach (Finding finding in report.Findings)
            {
                Write(finding, output);
            }

            output.WriteLine("<h2>Identifiers</h2><table><tr><th>id</th><th>count</th><th>place</th><th>period, s</th><th>jitter, s</th><th>longest gap, s</th><th>back to back</th><th>lengths</th></tr>");
            foreach (IdStatistics id in report.Bus.Ids)
            {
                output.WriteLine(
                    $"<tr><td>{FrameText.Id(id.Id, id.IsExtended)}</td><td>{id.Count}</td><td>{TextReportWriter.Place(report.Bus, id)}</td><td>{TextReportWriter.Seconds(id.PeriodMicroseconds)}</td>"
                    + $"<td>{TextReportWriter.Seconds(id.JitterMicroseconds)}</td><td>{TextReportWriter.Seconds(id.GapMicroseconds)}</td>"
                    + $"<td>{id.BackToBackCount}</td><td>{string.Join(", ", id.Lengths)}</td></tr>");
            }

            output.WriteLine($"</table><p>{Text(TextReportWriter.Rhythm(report.Bus))}</p></body></html>");
        }

        private static string Text(string text) => WebUtility.HtmlEncode(text);

        private static void Write(Finding finding, TextWriter output)
        {
            string severity = finding.Severity.ToString().ToLowerInvariant();
            DoctorRule rule = finding.Rule;
            output.WriteLine($"<h2 class=\"{severity}\">{Text(rule.Title)} <small>({severity}, {rule.Id})</small></h2><table>");
            output.WriteLine($"<tr><th>evidence</th><td>{Text(finding.Evidence.Text)}<br>{Text(TextReportWriter.Where(finding.Evidence))}</td></tr>");
            output.WriteLine($"<tr><th>consequence</th><td>{Text(rule.Consequence)}</td></tr><tr><th>remedy</th><td>{Text(rule.Remedy)}</td></tr>");
            output.WriteLine($"<tr><th>source</th><td>{Text(rule.Source)} ({rule.Provenance})</td></tr></table>");
        }
    }
}
