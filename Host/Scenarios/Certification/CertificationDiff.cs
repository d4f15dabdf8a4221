using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What differs between two records, such as before and after a firmware update.</summary>
    /// <remarks>Values within each other's spread do not differ.</remarks>
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
            foreach (CertifiedSetting setting in before.Settings)
            {
                string now = after.Settings.FirstOrDefault(other => other.Register == setting.Register)?.Value ?? "not read";
                AddIfDifferent(lines, ProbeBench.Text($"setting {setting.Name} (register {setting.Register})"), setting.Value, now);
            }

            foreach (CertifiedProperty property in before.AllProperties())
            {
                CertifiedProperty? other = after.Find(property.Name);
                if (other == null || !CertifiedProperty.AreSame(property.Value, property.Spread, other.Value, other.Spread))
                {
                    lines.Add($"{property.Name}: {Text(property)} -> {(other == null ? "not probed" : Text(other))}");
                }
            }

            foreach (CertifiedProperty property in after.AllProperties())
            {
                if (before.Find(property.Name) == null)
                {
                    lines.Add($"{property.Name}: not probed -> {Text(property)}");
                }
            }

            return lines;
        }

        private static string Text(CertifiedProperty property) => property.Spread.Length == 0 ? property.Value : $"{property.Value} {property.Spread}";

        private static void AddIfDifferent(List<string> lines, string name, string before, string after)
        {
            if (before != after)
            {
                lines.Add($"{name}: {before} -> {after}");
            }
        }
    }
}
