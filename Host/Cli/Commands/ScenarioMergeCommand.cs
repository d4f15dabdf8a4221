using System.CommandLine;
using BatterySim.Host.Cli.Scenarios;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario merge</c>: one verdict for parts that ran on several machines.</summary>
    internal static class ScenarioMergeCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string[]> files = new("files") { Arity = ArgumentArity.OneOrMore, Description = "JUnit files that 'scenario run --junit' wrote." };
            Option<string?> junit = new("--junit") { HelpName = "FILE", Description = "Write them as one JUnit file; an existing file is replaced." };
            CliCommand command = new("merge", "Join the JUnit files of parts (--shard) and judge them as one run.")
            {
                Examples = [("batterysim scenario merge 1.xml 2.xml --junit all.xml", "the verdict of both, and one file of them")],
            };
            command.Add(files);
            command.Add(junit);
            command.SetAction(parsed => JUnitMerge.Run(parsed.GetRequiredValue(files), parsed.GetValue(junit), host));
            return command;
        }
    }
}
