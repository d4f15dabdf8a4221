using System.CommandLine;
using System.Linq;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Library;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario list</c>.</summary>
    internal static class ScenarioListCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string[]> paths = ScenarioPaths.Create(ArgumentArity.ZeroOrMore, $"Files or folders; {ScenarioLibrary.Prefix} for the library that the program carries. [default: {ScenarioLibrary.Prefix}]");
            Option<bool> json = new("--json") { Description = "As JSON, with description, source, cases and sabotages." };
            Option<bool> bench = new("--bench") { Description = "Say at the end how many expectations a bench can see, with and without --modbus." };
            CliCommand command = new("list", "List scenarios with their cases, names and tags.")
            {
                Examples =
                [
                    ("batterysim scenario list", "the library that the program carries"),
                    ("batterysim scenario list library:alarms", "a folder of it"),
                    ("batterysim scenario list bench --json", "others, for a program"),
                ],
            };
            command.Add(paths);
            command.Add(json);
            command.Add(bench);
            command.SetAction(parsed =>
            {
                string[] named = parsed.GetValue(paths) is { Length: > 0 } some ? some : [ScenarioLibrary.Prefix];
                ScenarioDocument[] documents = ScenarioFiles.Load(named, withSetups: false);
                if (parsed.GetValue(json))
                {
                    ScenarioListing.WriteJson(host.Output, documents);
                }
                else
                {
                    ScenarioListing.WriteText(host.Output, documents);
                    if (parsed.GetValue(bench))
                    {
                        ScenarioListing.WriteBench(host.Output, documents);
                    }
                }

                int faulty = documents.Count(static document => document.Diagnostics.Count > 0);
                return faulty == 0
                    ? ExitCodes.Success
                    : throw CliException.Failure($"{faulty} of these files cannot be run; 'batterysim scenario check' says why.");
            });
            return command;
        }
    }
}
