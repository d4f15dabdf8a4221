using System.CommandLine;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Completion;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim completion</c>.</summary>
    internal static class CompletionCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            string shells = string.Join('|', CompletionScripts.Shells);
            Argument<string> shell = new("SHELL") { HelpName = shells, Description = "The shell." };
            shell.CompletionSources.Add([.. CompletionScripts.Shells]);
            CliCommand command = new("completion", "Print a script that lets a shell complete the commands and options of this program.")
            {
                Examples =
                [
                    ("batterysim completion bash", "in ~/.bashrc: eval \"$(batterysim completion bash)\""),
                    ("batterysim completion pwsh", "in $PROFILE: batterysim completion pwsh | Out-String | Invoke-Expression"),
                ],
            };
            command.Add(shell);
            command.SetAction(parsed =>
            {
                string name = Values.Name("shell", parsed.GetRequiredValue(shell), CompletionScripts.Shells);
                host.Output.Write(CompletionScripts.Of(name));
                return ExitCodes.Success;
            });
            return command;
        }
    }
}
