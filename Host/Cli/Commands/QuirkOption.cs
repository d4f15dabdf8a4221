using System;
using System.Collections.Generic;
using System.CommandLine;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Certification;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>Quirks of the virtual Sol-Ark on the command line.</summary>
    internal static class QuirkOption
    {
        /// <summary>Makes the option.</summary>
        public static Option<string[]> Create() =>
            new("--quirk") { HelpName = "NAME=VALUE", Description = "Quirk of the virtual Sol-Ark, once or several times; see docs/inverter.md." };

        /// <summary>Makes fresh settings with the quirks in them, checked.</summary>
        public static Func<InverterSettings> Settings(IReadOnlyList<string> quirks)
        {
            InverterSettings Make()
            {
                InverterSettings settings = new();
                Apply(settings, quirks);
                return settings;
            }

            _ = Make();
            return Make;
        }

        /// <summary>Sets quirks.</summary>
        public static void Apply(InverterSettings settings, IReadOnlyList<string> quirks)
        {
            foreach (string quirk in quirks)
            {
                string[] pair = quirk.Split('=', 2);
                string? problem = pair.Length < 2 ? "write NAME=VALUE" : QuirkText.Set(settings, pair[0].Trim(), pair[1].Trim());
                if (problem is not null)
                {
                    throw CliException.Usage($"--quirk '{quirk}' cannot be used: {problem}.");
                }
            }
        }
    }
}
