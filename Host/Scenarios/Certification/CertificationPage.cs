using System;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Host.Scenarios.Reports;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A record as one HTML page: properties with their evidence, and for each probe the course of current and voltage.</summary>
    public static class CertificationPage
    {
        private const int Width = 900;
        private const int Height = 120;

        /// <summary>The page.</summary>
        public static string Write(CertificationRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            MarkupBuilder page = HtmlPage.Begin($"Certificate: {record.Model}, firmware {record.Firmware}");
            page.Element("h1", $"Sol-Ark {record.Model}, firmware {record.Firmware}");
            page.Element("p", $"Certified on: {record.Stand}. Values that a probe could not tell are unknown, with the reason.");
            AddSettings(page, record);
            foreach (ProbeResult probe in record.Probes)
            {
                page.Element("h2", probe.Title);
                HtmlPage.OpenTable(page, $"What the probe {probe.Name} found", "Property", "Value", "Spread", "Standard", "Confidence", "Evidence", "Time, s");
                foreach (CertifiedProperty property in probe.Properties)
                {
                    page.Open("tr").Element("td", property.Name).Element("td", property.Value).Element("td", property.Spread);
                    page.Element("td", property.Standard).Element("td", property.Confidence).Element("td", property.Evidence);
                    page.Element("td", ProbeBench.Text($"{property.FromMilliseconds / 1000m:F1} to {property.ToMilliseconds / 1000m:F1}")).Close();
                }

                HtmlPage.CloseTable(page);
                AddPlot(page, "Current into the battery (191), A", probe, static sample => sample.CurrentMilliamps);
                AddPlot(page, "Voltage at the inverter (183), V", probe, static sample => sample.VoltageMillivolts);
                AddEvents(page, probe);
            }

            return page.Finish();
        }

        private static void AddSettings(MarkupBuilder page, CertificationRecord record)
        {
            HtmlPage.OpenTable(page, "Settings before the first probe", "#Register", "Name", "Value");
            foreach (CertifiedSetting setting in record.Settings)
            {
                page.Open("tr").Element("td", setting.Register.ToString(CultureInfo.InvariantCulture), ("class", "number"));
                page.Element("td", setting.Name).Element("td", setting.Value).Close();
            }

            HtmlPage.CloseTable(page);
        }

        // Time runs to the right; a thin line stands where a command was given.
        private static void AddPlot(MarkupBuilder page, string title, ProbeResult probe, Func<ProbeSample, int> of)
        {
            if (probe.Samples.Count < 2)
            {
                page.Element("p", $"{title}: no course, since the probe did not run.");
                return;
            }

            int least = probe.Samples.Min(of);
            int most = probe.Samples.Max(of);
            long begin = probe.Samples[0].Milliseconds;
            double duration = Math.Max(1, probe.Samples[^1].Milliseconds - begin);
            string X(long milliseconds) => Math.Clamp(Width * (milliseconds - begin) / duration, 0, Width).ToString("F1", CultureInfo.InvariantCulture);
            var points = new StringBuilder();
            foreach (ProbeSample sample in probe.Samples)
            {
                double y = Height - ((double)(of(sample) - least) * Height / Math.Max(1, most - least));
                points.Append(CultureInfo.InvariantCulture, $"{X(sample.Milliseconds)},{y:F1} ");
            }

            string range = string.Create(
                CultureInfo.InvariantCulture, $"{title}: {least / 1000m:F2} to {most / 1000m:F2}, in {duration / 1000:F0} s; lines at commands");
            page.Element("p", range);
            page.Open("svg", ("viewBox", $"0 -4 {Width} {Height + 8}"), ("width", "100%"), ("role", "img"), ("aria-label", range));
            foreach (long time in probe.Events.Where(static one => one.Source == "command").Select(static one => one.Milliseconds).Distinct())
            {
                string height = Height.ToString(CultureInfo.InvariantCulture);
                page.Empty("line", ("x1", X(time)), ("x2", X(time)), ("y1", "0"), ("y2", height), ("stroke", "#a0aec0"), ("stroke-width", "0.7"));
            }

            page.Empty("polyline", ("points", points.ToString().TrimEnd()), ("fill", "none"), ("stroke", "#2b6cb0"), ("stroke-width", "1.5"));
            page.Close();
        }

        private static void AddEvents(MarkupBuilder page, ProbeResult probe)
        {
            page.Open("details").Element("summary", ProbeBench.Text($"{probe.Events.Count} commands, frames and registers with their times"));
            HtmlPage.OpenTable(page, $"Evidence of the probe {probe.Name}", "#Time, s", "Source", "Text");
            foreach (ProbeEvent one in probe.Events)
            {
                page.Open("tr").Element("td", ProbeBench.Text($"{one.Milliseconds / 1000m:F3}"), ("class", "number"));
                page.Element("td", one.Source).Element("td", one.Text).Close();
            }

            HtmlPage.CloseTable(page);
            page.Close();
        }
    }
}
