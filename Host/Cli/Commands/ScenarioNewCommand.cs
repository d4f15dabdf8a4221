using System.CommandLine;
using BatterySim.Host.Cli.Scenarios;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario new</c>.</summary>
    internal static class ScenarioNewCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string> path = new("FILE") { Description = "File to write; its name should end in .yaml." };
            Option<bool> force = new("--force") { Description = "Replace the file if it is there." };
            CliCommand command = new("new", "Write a scenario to begin with: it runs as it stands, and its comments say what else there is.")
            {
                Examples = [("batterysim scenario new silence.yaml", "then open it in an editor")],
            };
            command.Add(path);
            command.Add(force);
            command.SetAction(parsed =>
            {
                string file = parsed.GetRequiredValue(path);
                ScenarioTemplate.Write(file, parsed.GetValue(force));
                host.Output.WriteLine($"wrote {file}; run it with 'batterysim scenario run {file}'");
                return ExitCodes.Success;
            });
            return command;
        }
    }
}
