using System.Text;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Prints docs/doctor.md from the table of rules.</summary>
    public static class DoctorManual
    {
        /// <summary>The page, from its heading of the table to its end.</summary>
        public static string Table()
        {
            StringBuilder text = new();
            text.Append("| finding | severity | what is wrong | consequence | remedy | source | provenance |\n| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (DoctorRule rule in DoctorRules.All)
            {
                text.Append("| `").Append(rule.Id).Append("` | ").Append(rule.Severity.ToString().ToLowerInvariant()).Append(" | ");
                text.Append(rule.Title).Append(" | ").Append(rule.Consequence).Append(" | ").Append(rule.Remedy).Append(" | ");
                text.Append(rule.Source).Append(" | ").Append(rule.Provenance).Append(" |\n");
            }

            return text.ToString();
        }
    }
}
