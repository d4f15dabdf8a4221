using System;
using System.Collections.Generic;
using System.Globalization;
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
            foreach (ProbeResult probe in record.Probes)
            {
                page.Element("h2", probe.Title);
                HtmlPage.OpenTable(page, $"What the probe {probe.Name} found", "Property", "Value", "Standard", "Confidence", "Evidence");
                foreach (CertifiedProperty property in probe.Properties)
                {
                    page.Open("tr").Element("td", property.Name).Element("td", property.Value).Element("td", property.Standard);
                    page.Element("td", property.Confidence).Element("td", property.Evidence).Close();
                }

                HtmlPage.CloseTable(page);
                AddPlot(page, "Current into the battery, A", probe.Samples, static sample => sample.CurrentMilliamps);
                AddPlot(page, "Voltage at the inverter, V", probe.Samples, static sample => sample.VoltageMillivolts);
            }

            return page.Finish();
        }

        private static void AddPlot(MarkupBuilder page, string title, IReadOnlyList<ProbeSample> samples, Func<ProbeSample, int> of)
        {
            if (samples.Count < 2)
            {
                return;
            }

            int least = int.MaxValue;
            int most = int.MinValue;
            foreach (ProbeSample sample in samples)
            {
                least = Math.Min(least, of(sample));
                most = Math.Max(most, of(sample));
            }

            var points = new StringBuilder();
            for (int index = 0; index < samples.Count; index++)
            {
                double x = (double)Width * index / (samples.Count - 1);
                double y = Height - ((double)(of(samples[index]) - least) * Height / Math.Max(1, most - least));
                points.Append(CultureInfo.InvariantCulture, $"{x:F1},{y:F1} ");
            }

            string range = string.Create(CultureInfo.InvariantCulture, $"{title}: {least / 1000m:F2} to {most / 1000m:F2}; {samples.Count} samples in their order");
            page.Element("p", range);
            page.Open("svg", ("viewBox", $"0 -4 {Width} {Height + 8}"), ("width", "100%"), ("role", "img"), ("aria-label", range));
            page.Empty("polyline", ("points", points.ToString().TrimEnd()), ("fill", "none"), ("stroke", "#2b6cb0"), ("stroke-width", "1.5"));
            page.Close();
        }
    }
}
