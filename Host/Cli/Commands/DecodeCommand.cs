using System;
using System.CommandLine;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Cli.Decoding;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>batterysim decode: a log in, named values out.</summary>
    internal static class DecodeCommand
    {
        private const string StandardInput = "-";
        private const string Text = "text";
        private const string Json = "json";

        public static Command Create()
        {
            var file = new Argument<string>("FILE") { Description = "Log to read (candump -L, or .asc or .pcapng), or - for standard input." };
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

            var from = new Option<string?>("--from")
            {
                HelpName = "FORMAT",
                Description = $"Format of the log: {LogFormats.Names}. [default: by the file's ending, otherwise candump]",
            };

            var command = new CliCommand("decode", "Decode the frames of a log. Lines that are no frame are named on standard error and skipped. "
                + "Exit code 0 if a frame was decoded or the log was empty, 1 if nothing could be decoded or the file could not be read.")
            {
                file,
                format,
                dialect,
                from,
            };
            command.Examples =
            [
                ("batterysim decode day.log", "a line for every frame"),
                ("batterysim decode day.log --format json", "an object a line, for jq and the like"),
                ("candump -L can0 | batterysim decode -", "what goes on at this moment"),
            ];
            command.SetAction(parsed => Decode(
                parsed.GetRequiredValue(file),
                FormatOf(parsed.GetRequiredValue(file), parsed.GetValue(from)),
                parsed.GetRequiredValue(dialect),
                parsed.GetRequiredValue(format) == Json,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
            return command;
        }

        private static int Decode(string path, LogFormat logFormat, string dialectName, bool asJson, TextWriter output, TextWriter error)
        {
            string source = path == StandardInput ? "standard input" : path;
            using Stream? file = path == StandardInput ? null : Open(path);
            IFrameLogReader reader = file is null ? StandardReader(logFormat) : LogFormats.CreateReader(logFormat, file);
            IFramePrinter printer = asJson ? new JsonFramePrinter(output) : new TextFramePrinter(output);
            var run = new DecodeRun(reader, new FrameDecoder(dialectName), printer, error);
            try
            {
                run.ToEnd();
            }
            catch (DecodeInputException problem)
            {
                throw CliException.Failure($"{source} could not be read after {reader.Unit} {run.LineCount}: {problem.Message}");
            }
            catch (IOException problem)
            {
                // Not a reader that went away, such as head: the console's own stream swallows that.
                throw CliException.Failure($"the output could not be written: {problem.Message}");
            }

            if (run.HasContent && run.DecodedCount == 0)
            {
                throw CliException.Failure($"nothing in {source} could be decoded as {dialectName}; it wants "
                    + (logFormat == LogFormat.Candump ? "lines such as '(0.000000) can0 351#1402740E740ECC01'." : $"a log in the format {logFormat.ToString().ToLowerInvariant()}; --from names another."));
            }

            return ExitCodes.Success;
        }

        private static LogFormat FormatOf(string path, string? name)
        {
            return name is null
                ? LogFormats.OfPath(path) ?? LogFormat.Candump
                : LogFormats.OfName(name) ?? throw CliException.Usage($"--from '{name}' is no format; there are {LogFormats.Names}.");
        }

        private static IFrameLogReader StandardReader(LogFormat format)
        {
            return format switch
            {
                LogFormat.Asc => new AscReader(Console.In),
                LogFormat.Pcapng => new PcapngReader(Console.OpenStandardInput()),
                _ => new CandumpReader(Console.In),
            };
        }

        private static FileStream Open(string path)
        {
            if (Directory.Exists(path))
            {
                throw CliException.Failure($"{path} is a folder; name a candump log.");
            }

            try
            {
                return File.OpenRead(path);
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
