using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The library's help, followed by examples.</summary>
    internal sealed class ExamplesHelp(HelpAction help, IReadOnlyList<(string Line, string Meaning)> rootExamples) : SynchronousCommandLineAction
    {
        private const int LineLengthMax = 100;

        /// <inheritdoc />
        public override int Invoke(ParseResult parseResult)
        {
            int exitCode = help.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            Write(parseResult.InvocationConfiguration.Output, command is CliCommand own ? own.Examples : command is RootCommand ? rootExamples : []);
            return exitCode;
        }

        private static void Write(TextWriter output, IReadOnlyList<(string Line, string Meaning)> examples)
        {
            if (examples.Count == 0)
            {
                return;
            }

            output.WriteLine("Examples:");
            int width = examples.Max(static example => example.Line.Length);
            bool fits = examples.All(example => width + example.Meaning.Length + 4 <= LineLengthMax);
            foreach ((string line, string meaning) in examples)
            {
                if (fits)
                {
                    output.WriteLine($"  {line.PadRight(width)}  {meaning}");
                }
                else
                {
                    output.WriteLine($"  {line}");
                    output.WriteLine($"      {meaning}");
                }
            }

            output.WriteLine();
        }
    }
}
