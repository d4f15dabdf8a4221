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
            CliCommand command = new("check", "Check scenarios without running them; each problem is printed as file:line:column: text.")
            {
                Examples = [("batterysim scenario check Scenarios", "the whole library")],
            };
            command.Add(paths);
            command.SetAction(parsed =>
            {
                ScenarioDocument[] documents = ScenarioFiles.Load(parsed.GetRequiredValue(paths), withSetups: true);

                // A faulty set-up is found again by each scenario that includes it.
                string[] problems =
                    [.. documents.SelectMany(static document => document.Diagnostics).Select(static problem => problem.ToString()).Distinct()];
                foreach (string problem in problems)
                {
                    host.Output.WriteLine(problem);
                }

                int cases = documents.Sum(static document => document.Cases.Count);
                string found = problems.Length == 0 ? "no problem" : string.Create(CultureInfo.InvariantCulture, $"{problems.Length} {(problems.Length == 1 ? "problem" : "problems")}");
                host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Length} {(documents.Length == 1 ? "file" : "files")}, {cases} {(cases == 1 ? "case" : "cases")}: {found}"));
                return problems.Length == 0 ? ExitCodes.Success : ExitCodes.CouldNotRun;
            });
            return command;
        }
    }
}
