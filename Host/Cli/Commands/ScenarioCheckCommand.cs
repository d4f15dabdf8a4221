using System.CommandLine;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Scenarios.Language;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario check</c>.</summary>
    internal static class ScenarioCheckCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string[]> paths = ScenarioPaths.Create(ArgumentArity.OneOrMore, "Files, set-ups among them, or folders.");
            CliCommand command = new("check", "Check scenarios without running them; each fault is printed as file:line:column: text.")
            {
                Examples = [("batterysim scenario check Scenarios", "the whole library")],
            };
            command.Add(paths);
            command.SetAction(parsed =>
            {
                ScenarioDocument[] documents = ScenarioFiles.Load(parsed.GetRequiredValue(paths), withSetups: true);

                // A faulty set-up is found again by each scenario that includes it.
                string[] faults =
                    [.. documents.SelectMany(static document => document.Diagnostics).Select(static problem => problem.ToString()).Distinct()];
                foreach (string fault in faults)
                {
                    host.Output.WriteLine(fault);
                }

                int cases = documents.Sum(static document => document.Cases.Count);
                string found = faults.Length == 0 ? "no fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Length} {(faults.Length == 1 ? "fault" : "faults")}");
                host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Length} {(documents.Length == 1 ? "file" : "files")}, {cases} {(cases == 1 ? "case" : "cases")}: {found}"));
                return faults.Length == 0 ? ExitCodes.Success : ExitCodes.CouldNotRun;
            });
            return command;
        }
    }
}
