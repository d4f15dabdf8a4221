using System;
using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What differs between two records, such as before and after a firmware update.</summary>
    public static class CertificationDiff
    {
        /// <summary>One line a difference; none if there is none.</summary>
        public static IReadOnlyList<string> Of(CertificationRecord before, CertificationRecord after)
        {
            ArgumentNullException.ThrowIfNull(before);
            ArgumentNullException.ThrowIfNull(after);
            var lines = new List<string>();
            AddIfDifferent(lines, "model", before.Model, after.Model);
            AddIfDifferent(lines, "firmware", before.Firmware, after.Firmware);
            foreach (CertifiedProperty property in before.AllProperties())
            {
                AddIfDifferent(lines, property.Name, property.Value, after.Find(property.Name)?.Value ?? "not probed");
            }

            foreach (CertifiedProperty property in after.AllProperties())
            {
                if (before.Find(property.Name) == null)
                {
                    lines.Add($"{property.Name}: not probed -> {property.Value}");
                }
            }

            return lines;
        }

        private static void AddIfDifferent(List<string> lines, string name, string before, string after)
        {
            if (before != after)
            {
                lines.Add($"{name}: {before} -> {after}");
            }
        }
    }
}
