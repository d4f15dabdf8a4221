using System.CommandLine;
using System.IO;
using BatterySim.Host.Cli.Commands;

namespace BatterySim.Host.Cli
{
    /// <summary>The program without its process: arguments in, text out, exit code back. Tests call it as the shell does.</summary>
    internal static class App
    {
        public static int Run(string[] arguments, TextWriter output, TextWriter error)
        {
            var root = new RootCommand("BatterySim: a simulated battery bank that a Sol-Ark inverter takes for a real one.");
            root.Add(DecodeCommand.Create());
            root.Add(DbcCommand.Create());
            ParseResult parsed = root.Parse(arguments);
            if (parsed.Errors.Count > 0)
            {
                foreach (System.CommandLine.Parsing.ParseError problem in parsed.Errors)
                {
                    error.WriteLine($"batterysim: {problem.Message}");
                }

                error.WriteLine("Try 'batterysim --help'.");
                return ExitCodes.Usage;
            }

            try
            {
                return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            }
            catch (CliException problem)
            {
                error.WriteLine($"batterysim: {problem.Message}");
                return problem.ExitCode;
            }
        }
    }
}
