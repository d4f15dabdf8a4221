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

        /// <summary>What is public about each inverter of <c>--for</c>.</summary>
        public static string Inverters()
        {
            StringBuilder text = new();
            text.Append("| `--for` | what it does | source | provenance |\n| --- | --- | --- | --- |\n");
            foreach ((string name, string what, string source, string provenance) in InverterTargets.Facts())
            {
                text.Append("| `").Append(name).Append("` | ").Append(what).Append(" | ").Append(source).Append(" | ").Append(provenance).Append(" |\n");
            }

            return text.ToString();
        }
    }
}
