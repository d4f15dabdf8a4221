using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>What a firmware matrix needs to know of the cases of one file; a value in which they differ is given for each.</summary>
    internal static class SuiteProperties
    {
        /// <summary>Names and values in the order of the report.</summary>
        public static IEnumerable<(string Name, string Value)> Of(RunInfo info, IReadOnlyList<ScenarioResult> cases)
        {
            yield return ("batterysim.version", info.ProductVersion);
            foreach ((string name, string value) in Differing(cases, CaseFacts.Of))
            {
                yield return (name, value);
            }
        }

        private static IEnumerable<(string Name, string Value)> Differing(
            IReadOnlyList<ScenarioResult> cases,
            Func<ScenarioResult, IEnumerable<KeyValuePair<string, string>>> factsOf)
        {
            var facts = cases.SelectMany(one => factsOf(one).Select(fact => (fact.Key, fact.Value, one.Case))).GroupBy(static fact => fact.Key);
            foreach (var fact in facts)
            {
                (string Key, string Value, string Case)[] all = [.. fact];
                if (all.Length == cases.Count && all.All(one => one.Value == all[0].Value))
                {
                    yield return (fact.Key, all[0].Value);
                    continue;
                }

                foreach ((string key, string value, string caseName) in all)
                {
                    yield return (caseName.Length == 0 ? key : $"{key} [{caseName}]", value);
                }
            }
        }
    }
}
