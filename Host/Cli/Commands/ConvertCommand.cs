using System;
using System.CommandLine;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim convert</c>: a log in one format in, the same frames in another out.</summary>
    internal static class ConvertCommand
    {
        private const int SkippedShownMax = 5;

        /// <summary>Makes the command.</summary>
        public static Command Create()
        {
            Argument<string> input = new("IN") { Description = "Log to read; it stays as it is." };
            Argument<string> output = new("OUT") { Description = "Log to write; replaced if it exists." };
            Option<string?> from = Format("--from", "Format of IN");
            Option<string?> to = Format("--to", "Format of OUT");
            CliCommand command = new("convert", "Convert a log between candump, Vector ASC and pcapng. What is no frame is named on standard error and left out.")
            {
                Examples =
                [
                    ("batterysim convert day.log day.pcapng", "for Wireshark, which opens it as SocketCAN"),
                    ("batterysim convert day.log day.asc", "for CANoe, SavvyCAN and their like"),
                ],
            };
            command.Add(input);
            command.Add(output);
            command.Add(from);
            command.Add(to);
            command.SetAction(parsed => Convert(
                parsed.GetRequiredValue(input),
                parsed.GetRequiredValue(output),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
            return command;
        }

        private static int Convert(string input, string output, string? from, string? to, TextWriter text, TextWriter error)
        {
            LogFormat inputFormat = FormatOf(input, "--from", from);
            LogFormat outputFormat = FormatOf(output, "--to", to);
            if (FileClash.Find([($"'{input}'", input)], [($"'{output}'", output)]) is string clash)
            {
                throw CliException.Usage($"{clash}.");
            }

            using Stream source = Open(input, "read", static path => File.OpenRead(path));
            IFrameLogReader reader = LogFormats.CreateReader(inputFormat, source);
            using Stream target = Open(output, "written", static path => new FileStream(path, FileMode.Create));
            (long frames, long skipped) = Copy(reader, LogFormats.CreateWriter(outputFormat, target), output, error);
            if (frames == 0 && skipped > 0)
            {
                throw CliException.Failure($"nothing in '{input}' is a frame; if it is no {inputFormat.ToString().ToLowerInvariant()} log, name its format with --from.");
            }

            text.WriteLine($"{frames} frames in {output}{(skipped > 0 ? $", {skipped} {reader.Unit}s skipped" : "")}");
            return ExitCodes.Success;
        }

        private static (long Frames, long Skipped) Copy(IFrameLogReader reader, IFrameLogWriter writer, string output, TextWriter error)
        {
            long frames = 0;
            long skipped = 0;
            CandumpRecord record = new();
            try
            {
                using (writer)
                {
                    for (CandumpReadResult result = reader.Read(record); result != CandumpReadResult.End; result = reader.Read(record))
                    {
                        if (result == CandumpReadResult.Frame)
                        {
                            writer.Write(record);
                            frames++;
                        }
                        else if (++skipped <= SkippedShownMax)
                        {
                            error.WriteLine($"batterysim: {reader.Unit} {reader.LineNumber} skipped: {reader.Reason}.");
                        }
                    }
                }
            }
            catch (Exception problem) when (problem is IOException or ArgumentException)
            {
                throw CliException.Failure($"'{output}' could not be written after {frames} frames: {problem.Message.TrimEnd('.')}.");
            }

            if (skipped > SkippedShownMax)
            {
                error.WriteLine($"batterysim: {skipped - SkippedShownMax} more skipped.");
            }

            return (frames, skipped);
        }

        private static LogFormat FormatOf(string path, string option, string? name)
        {
            if (name is not null)
            {
                return LogFormats.OfName(name) ?? throw CliException.Usage($"{option} '{name}' is no format; there are {LogFormats.Names}.");
            }

            return LogFormats.OfPath(path) ?? throw CliException.Usage($"the ending of '{path}' tells no format; name it .log, .asc or .pcapng, or give {option} with one of {LogFormats.Names}.");
        }

        private static Stream Open(string path, string verb, Func<string, Stream> open)
        {
            try
            {
                return open(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                string reason = problem is FileNotFoundException ? "there is no such file"
                    : problem is DirectoryNotFoundException ? "its folder does not exist"
                    : problem is UnauthorizedAccessException ? "access is denied or it is a folder"
                    : problem.Message.TrimEnd('.');
                throw CliException.Failure($"'{path}' cannot be {verb}: {reason}.");
            }
        }

        private static Option<string?> Format(string name, string what)
        {
            return new Option<string?>(name) { HelpName = "FORMAT", Description = $"{what}: {LogFormats.Names}. [default: by the file's ending]" };
        }
    }
}
