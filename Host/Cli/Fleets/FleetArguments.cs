using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using BatterySim.Host.Scenarios.Fleets;

namespace BatterySim.Host.Cli.Fleets
{
    /// <summary>The command line of <c>batterysim run</c> for one bank of a group: seeds and ports count up from one bank to the next.</summary>
    internal static partial class FleetArguments
    {
        private const int SeedDefault = 1;

        /// <summary>Name of a bank.</summary>
        /// <param name="group">Its group.</param>
        /// <param name="index">Its place in it, 0 for the first.</param>
        public static string Name(FleetGroup group, int index) =>
            group.Count == 1 ? group.Name : string.Create(CultureInfo.InvariantCulture, $"{group.Name}-{index + 1}");

        /// <summary>The options of a bank.</summary>
        public static string[] Of(FleetGroup group, int index)
        {
            List<string> arguments = [];
            bool hasSeed = false;
            foreach ((string key, IReadOnlyList<string> values) in group.Options)
            {
                hasSeed |= key == "seed";
                if (values.Count == 0)
                {
                    arguments.Add("--" + key);
                }

                foreach (string value in values)
                {
                    string text = key switch
                    {
                        "seed" or "scpi" => Counted(value, index),
                        "serve" => LastPort().Replace(value, match => Counted(match.Value, index)),
                        _ => value.Replace("{n}", (index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                    };
                    arguments.Add($"--{key}={text}");
                }
            }

            if (!hasSeed)
            {
                arguments.Add(string.Create(CultureInfo.InvariantCulture, $"--seed={SeedDefault + index}"));
            }

            return [.. arguments];
        }

        // 0 asks for any free port and stays; what is not a number is for the option to judge.
        private static string Counted(string text, int index) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
                ? (number + index).ToString(CultureInfo.InvariantCulture)
                : text;

        [GeneratedRegex("(?<=:)[0-9]+$")]
        private static partial Regex LastPort();
    }
}
