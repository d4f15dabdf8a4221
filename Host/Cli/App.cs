using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Commands;
using BatterySim.Host.Cli.Completion;

namespace BatterySim.Host.Cli
{
    /// <summary>The program without its process: arguments in, text out, exit code back. Tests call it as the shell does.</summary>
    internal static class App
    {
        private static readonly (string Line, string Meaning)[] RootExamples =
        [
            ("batterysim run", "a master and its followers talk to a virtual Sol-Ark"),
            ("batterysim run --speed max --duration 24h --log day.log", "a day in a moment, every frame in a file"),
            ("batterysim scenario run library:", "every test scenario in the library, each with a verdict"),
            ("batterysim profiles", "which batteries there are"),
        ];

        public static int Run(string[] arguments, TextWriter output, TextWriter error) => Run(arguments, new CliHost(output, error));

        public static int Run(string[] arguments, CliHost host)
        {
            try
            {
                ParseResult parsed = CreateRoot(host).Parse(arguments);

                // Who asks for help is not told first what else is missing.
                if (parsed.Errors.Count > 0 && parsed.Action is not ExamplesHelp)
                {
                    throw CliException.Usage(Explain(parsed));
                }

                return parsed.Invoke(new InvocationConfiguration
                {
                    Output = host.Output,
                    Error = host.Error,
                    EnableDefaultExceptionHandler = false,

                    // Ctrl+C belongs to the commands: they end in order and say what they did.
                    ProcessTerminationTimeout = null,
                });
            }
            catch (CliException problem)
            {
                host.Error.WriteLine($"batterysim: {problem.Message}");
                return problem.ExitCode;
            }
        }

        internal static RootCommand CreateRoot(CliHost host)
        {
            RootCommand root = new("BatterySim: a simulated battery bank that a Sol-Ark inverter takes for a real one.");
            root.Add(RunCommand.Create(host));
            root.Add(FleetCommand.Create(host));
            root.Add(InverterCommand.Create(host));
            root.Add(BoardCommand.Create(host));
            root.Add(FlashCommand.Create(host));
            root.Add(ScenarioCommand.Create(host));
            root.Add(CertifyCommand.Create(host));
            root.Add(DecodeCommand.Create());
            root.Add(CloneCommand.Create(host));
            root.Add(DoctorCommand.Create(host));
            root.Add(ConvertCommand.Create());
            root.Add(DbcCommand.Create());
            root.Add(ProfilesCommand.Create(host.Output));
            root.Add(SendCommand.Create(host.Output));
            root.Add(ConsoleCommand.Create(host));
            root.Add(CompletionCommand.Create(host));
            CompletionSources.AddTo(root);
            HelpOption help = root.Options.OfType<HelpOption>().Single();
            ExamplesHelp withExamples = new((HelpAction)help.Action!, RootExamples);
            help.Action = withExamples;
            root.Options.OfType<VersionOption>().Single().Action = new ProductVersion();
            root.SetAction(withExamples.Invoke);
            return root;
        }

        private static string Explain(ParseResult parsed)
        {
            Command command = parsed.CommandResult.Command;
            string path = Path(parsed);

            // A mistyped option may have been swallowed as an argument, so that only what follows it is left over.
            string? stray = parsed.Tokens.FirstOrDefault(static token => token.Type == TokenType.Argument
                && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value
                ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
            if (stray is null)
            {
                return $"{OneLine(parsed.Errors[0].Message)}; see '{path} --help'.";
            }

            string[] names = stray.StartsWith('-')
                ? [.. command.Options.Where(static option => !option.Hidden).Select(static option => option.Name)]
                : [.. command.Subcommands.Select(static subcommand => subcommand.Name)];
            string[] near = NearestName.Find(stray, names);
            string what = stray.StartsWith('-') ? "option" : names.Length > 0 ? "command" : "argument";
            return near.Length > 0
                ? $"{path} has no {what} '{stray}'; did you mean {near[0]}?"
                : $"{path} has no {what} '{stray}'; see '{path} --help'.";
        }

        // The library lists what it would accept in lines of its own.
        private static string OneLine(string message)
        {
            return string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        }

        private static string Path(ParseResult parsed)
        {
            Stack<string> names = new();
            for (SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
            {
                if (result is CommandResult command)
                {
                    names.Push(command.Command is RootCommand ? "batterysim" : command.Command.Name);
                }
            }

            return string.Join(' ', names);
        }
    }
}
