using System;
using System.CommandLine;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Can.Protocol;
using BatterySim.Host.Cli.Decoding;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>batterysim decode: a candump log in, named values out.</summary>
    internal static class DecodeCommand
    {
        private const string StandardInput = "-";
        private const string Text = "text";
        private const string Json = "json";

        public static Command Create()
        {
            var file = new Argument<string>("FILE") { Description = "candump -L log, or - for standard input." };
            var format = new Option<string>("--format")
            {
                Description = "text: one line a frame, flags and alarms that are clear left out; json: one object a line.",
                DefaultValueFactory = _ => Text,
            };
            format.AcceptOnlyFromAmong(Text, Json);
            var dialect = new Option<string>("--dialect")
            {
                HelpName = "NAME",
                Description = $"What the frames mean: {string.Join(", ", DecodeDialects.Names)}; auto finds it out from the frames of the first second and from what follows.",
                DefaultValueFactory = _ => DecodeDialects.AutoName,
            };
            dialect.AcceptOnlyFromAmong([DecodeDialects.AutoName, .. DecodeDialects.Names]);

            var command = new CliCommand("decode", "Decode the frames of a candump log. Lines that are no frame are named on standard error and skipped. "
                + "Exit code 0 if a frame was decoded or the log was empty, 1 if nothing could be decoded or the file could not be read.")
            {
                file,
                format,
                dialect,
            };
            command.Examples =
            [
                ("batterysim decode day.log", "a line for every frame"),
                ("batterysim decode day.log --format json", "an object a line, for jq and the like"),
                ("candump -L can0 | batterysim decode -", "what goes on at this moment"),
            ];
            command.SetAction(parsed => Decode(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(dialect),
                parsed.GetRequiredValue(format) == Json,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
            return command;
        }

        private static int Decode(string path, string dialectName, bool asJson, TextWriter output, TextWriter error)
        {
            string source = path == StandardInput ? "standard input" : path;
            using TextReader reader = Open(path);
            IFramePrinter printer = asJson ? new JsonFramePrinter(output) : new TextFramePrinter(output);
            var run = new DecodeRun(new CandumpReader(reader), new FrameDecoder(dialectName), printer, error);
            try
            {
                run.ToEnd();
            }
            catch (DecodeInputException problem)
            {
                throw CliException.Failure($"{source} could not be read after line {run.LineCount}: {problem.Message}");
            }
            catch (IOException problem)
            {
                // Not a reader that went away, such as head: the console's own stream swallows that.
                throw CliException.Failure($"the output could not be written: {problem.Message}");
            }

            if (run.HasContent && run.DecodedCount == 0)
            {
                throw CliException.Failure($"nothing in {source} could be decoded as {dialectName}; it wants lines such as '(0.000000) can0 351#1402740E740ECC01'.");
            }

            return ExitCodes.Success;
        }

        private static TextReader Open(string path)
        {
            if (path == StandardInput)
            {
                return Console.In;
            }

            if (Directory.Exists(path))
            {
                throw CliException.Failure($"{path} is a folder; name a candump log.");
            }

            try
            {
                return new StreamReader(path);
            }
            catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                throw CliException.Failure($"{path} does not exist; name a candump log, or - for standard input.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"{path} cannot be read: {problem.Message}");
            }
        }
    }
}
