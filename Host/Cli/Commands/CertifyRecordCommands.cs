using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Scenarios.Certification;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>What <c>certify</c> does with records: <c>diff</c>, <c>compare</c> and <c>schema</c>.</summary>
    internal static class CertifyRecordCommands
    {
        /// <summary>Makes <c>diff</c>.</summary>
        public static Command CreateDiff(CliHost host)
        {
            Argument<string> before = new("BEFORE") { Description = "Record." };
            Argument<string> after = new("AFTER") { Description = "Record." };
            Command command = new("diff", "Show what differs between two records; exit code 1 if anything does.") { before, after };
            command.SetAction(parsed =>
            {
                CertificationRecord first = CertificationFile.Read(parsed.GetRequiredValue(before));
                IReadOnlyList<string> lines = CertificationDiff.Of(first, CertificationFile.Read(parsed.GetRequiredValue(after)));
                foreach (string line in lines)
                {
                    host.Output.WriteLine(line);
                }

                host.Output.WriteLine(lines.Count == 0 ? "no difference" : $"{lines.Count} differences");
                return lines.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
            });
            return command;
        }

        /// <summary>Makes <c>compare</c>: the twin made from the record is certified again, and what it does not reproduce is said.</summary>
        public static Command CreateCompare(CliHost host)
        {
            Argument<string> record = new("RECORD") { Description = "Record of an inverter." };
            Option<string?> setup = new("--setup") { HelpName = "FILE", Description = "Write the set-up that reproduces it, as YAML; replaces the file. [default: standard output]" };
            Command command = new("compare", "Say which settings and quirks make the virtual Sol-Ark that inverter, and try it.") { record, setup };
            command.SetAction(parsed =>
            {
                CertificationRecord given = CertificationFile.Read(parsed.GetRequiredValue(record));
                string[] quirks = [.. QuirkText.Of(given).Select(static quirk => $"{quirk.Key}={quirk.Value}")];
                string text = QuirkText.SetupOf(given);
                if (parsed.GetValue(setup) is string path)
                {
                    CertificationFile.Write("--setup", path, text);
                    host.Output.WriteLine($"set-up in {path}");
                }
                else
                {
                    host.Output.Write(text);
                }

                string[] probes = [.. given.Probes.Select(static probe => probe.Name)];
                CertificationOrder order = new() { Probes = probes, Stop = host.Interruption.Token };
                CertificationRecord twin = Certifier.RunVirtual(() => QuirkText.CreateSettings(given), order);
                string[] left =
                [
                    .. given.AllProperties().Where(static property => property.Standard.Length > 0 && property.Value != CertifiedProperty.Unknown)
                        .Where(property => !IsReproduced(property, twin.Find(property.Name)))
                        .Select(property => $"not reproduced: {property.Name} is {property.Value}, the twin has {twin.Find(property.Name)?.Value}"),
                ];
                Array.ForEach(left, host.Output.WriteLine);
                int settings = QuirkText.SettingsOf(given).Count;
                host.Output.WriteLine($"{settings} settings, {quirks.Length} quirks; {left.Length} properties not reproduced");
                return left.Length == 0 ? ExitCodes.Success : ExitCodes.Failure;
            });
            return command;
        }

        /// <summary>Makes <c>schema</c>.</summary>
        public static Command CreateSchema(CliHost host)
        {
            Command command = new("schema", "Print the JSON Schema of a record.");
            command.SetAction(_ => host.Output.Write(CertificationJson.Schema()));
            return command;
        }

        private static bool IsReproduced(CertifiedProperty property, CertifiedProperty? twin) =>
            twin is not null && CertifiedProperty.AreSame(property.Value, property.Spread, twin.Value, twin.Spread);
    }
}
