using System;
using System.CommandLine;
using System.IO;
using System.Text;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Files;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>batterysim dbc: a dialect as a DBC file for other people's CAN tools.</summary>
    internal static class DbcCommand
    {
        public static Command Create()
        {
            var dialect = new Option<string>("--dialect")
            {
                HelpName = "NAME",
                Description = $"Dialect to describe: {string.Join(", ", DecodeDialects.Names)}.",
                DefaultValueFactory = _ => Dialects.DefaultName,
            };
            dialect.AcceptOnlyFromAmong([.. DecodeDialects.Names]);
            var file = new Option<string?>("--output") { HelpName = "FILE", Description = "File to write; standard output unless given." };

            var command = new CliCommand("dbc", "Write a dialect as a DBC file: signals with units, ranges, value names and comments.") { dialect, file };
            command.Examples =
            [
                ("batterysim dbc --output sol-ark.dbc", "the default dialect"),
                ("batterysim dbc --dialect pylontech > pylontech.dbc", "another one"),
            ];
            command.SetAction(parsed => Write(
                DecodeDialects.Find(parsed.GetRequiredValue(dialect))!, parsed.GetValue(file), parsed.InvocationConfiguration.Output));
            return command;
        }

        private static int Write(DecodeDialect dialect, string? path, TextWriter output)
        {
            string text = DbcWriter.Write(dialect);
            if (path is null)
            {
                WriteToOutput(text, output);
                return ExitCodes.Success;
            }

            try
            {
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"{path} cannot be written: {FileProblem.Reason(problem)}.");
            }

            return ExitCodes.Success;
        }

        private static void WriteToOutput(string text, TextWriter output)
        {
            try
            {
                output.Write(text);
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"the output could not be written: {problem.Message}");
            }
        }
    }
}
