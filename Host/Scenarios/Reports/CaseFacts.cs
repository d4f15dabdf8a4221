using System.Collections.Generic;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Under what a case was run: stand, inverter, seed and settings.</summary>
    internal static class CaseFacts
    {
        /// <summary>Names and values in the order of the report.</summary>
        public static IEnumerable<KeyValuePair<string, string>> Of(ScenarioResult result)
        {
            yield return new("stand", result.Stand);
            yield return new("inverter.model", OrNotGiven(result.InverterModel));
            yield return new("inverter.firmware", OrNotGiven(result.InverterFirmware));
            yield return new("seed", ReportText.Number(result.Seed));
            foreach (KeyValuePair<string, string> setting in result.Settings)
            {
                if (setting.Key is not ("inverter.model" or "inverter.firmware" or "seed"))
                {
                    yield return setting;
                }
            }
        }

        /// <summary>The text, or that nobody gave any.</summary>
        public static string OrNotGiven(string text) => text.Length == 0 ? "not given" : text;
    }
}
