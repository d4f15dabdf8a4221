using System.Globalization;
using BatterySim.Host.Scenarios.Language;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The command line that runs one case alone.</summary>
    internal static class RerunCommand
    {
        /// <summary>The command, on the desktop; double quotes serve sh, cmd.exe and PowerShell alike.</summary>
        public static string Of(ScenarioCase scenario, uint seed, bool isSabotage)
        {
            string only = scenario.Label.Length == 0 ? "" : $" --case {Quoted(scenario.Label)}";
            string sabotage = isSabotage ? " --sabotage" : "";
            string start = seed == scenario.Seed ? "" : string.Create(CultureInfo.InvariantCulture, $" --seed {seed}");
            return $"batterysim scenario run {Quoted(scenario.Document.Path.Replace('\\', '/'))}{only}{sabotage}{start} --report out";
        }

        private static string Quoted(string text)
        {
            bool isPlain = System.Array.TrueForAll(
                text.ToCharArray(), static letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_' or '=' or ':');
            return isPlain ? text : $"\"{text}\"";
        }
    }
}
