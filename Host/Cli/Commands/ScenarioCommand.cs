using System.CommandLine;
using BatterySim.Host.Scenarios.Language;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario</c>: automated test scenarios.</summary>
    internal static class ScenarioCommand
    {
        /// <summary>Makes the command with what is below it.</summary>
        public static Command Create(CliHost host)
        {
            CliCommand command = new("scenario", "Run automated test scenarios from files, each with a verdict.")
            {
                Examples =
                [
                    ("batterysim scenario run library:", "the whole library, on the desktop, at full speed"),
                    ("batterysim scenario export Scenarios", "the library as files, to change them"),
                    ("batterysim scenario new silence.yaml", "a file to begin with"),
                    ("batterysim scenario check silence.yaml", "what is wrong with it, with line and column"),
                ],
            };
            command.Add(ScenarioRunCommand.Create(host));
            command.Add(ScenarioMergeCommand.Create(host));
            command.Add(ScenarioListCommand.Create(host));
            command.Add(ScenarioCheckCommand.Create(host));
            command.Add(ScenarioNewCommand.Create(host));
            command.Add(ScenarioExportCommand.Create(host));
            command.Add(CreateSchema(host));
            return command;
        }

        private static CliCommand CreateSchema(CliHost host)
        {
            CliCommand command = new("schema", "Print the JSON Schema of scenario files, for editors.")
            {
                Examples = [("batterysim scenario schema > scenario.schema.json", "beside the scenarios, whose first line names it")],
            };
            command.SetAction(_ =>
            {
                host.Output.Write(ScenarioSchema.Write());
                return ExitCodes.Success;
            });
            return command;
        }
    }
}
