using System.CommandLine;
using System.Globalization;
using BatterySim.Host.Cli.Scenarios;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario export</c>.</summary>
    internal static class ScenarioExportCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string> folder = new("FOLDER") { Description = "Folder to write to; it is made where it is missing." };
            Option<bool> force = new("--force") { Description = "Replace files that are there and differ." };
            CliCommand command = new("export", "Write the library that the program carries as files: scenarios, set-ups and schema.")
            {
                Examples = [("batterysim scenario export Scenarios", "then 'batterysim scenario run Scenarios'")],
            };
            command.Add(folder);
            command.Add(force);
            command.SetAction(parsed =>
            {
                string target = parsed.GetRequiredValue(folder);
                int count = LibraryExport.Write(target, parsed.GetValue(force));
                host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target} holds the {count} files of the library; run them with 'batterysim scenario run {target}'"));
                return ExitCodes.Success;
            });
            return command;
        }
    }
}
