using System;
using System.CommandLine;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim convert</c>: a log in one format in, the same frames in another out.</summary>
    internal static class ConvertCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create()
        {
            Argument<string> input = new("IN") { Description = "Log to read; it stays as it is." };
            Argument<string> output = new("OUT") { Description = "Log to write; replaced if it exists." };
            Option<string?> from = Format("--from", $"Format of IN: {LogFormats.Names}. [default: by its content]");
            Option<string?> to = Format("--to", $"Format of OUT: {LogFormats.WritableNames}. [default: by its ending]");
            Option<string?> channel = LogOptions.Channel();
            CliCommand command = new("convert", "Convert a log of any format to candump, Vector ASC or pcapng. What is not a frame is counted by kind on standard error and left out.")
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
            command.Add(channel);
            command.SetAction(parsed => Convert(
                parsed.GetRequiredValue(input),
                parsed.GetRequiredValue(output),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(channel),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
            return command;
        }

        private static int Convert(string input, string output, string? from, string? to, string? channel, TextWriter text, TextWriter error)
        {
            LogFormat? inputFormat = LogFile.FormatOf("--from", from);
            LogFormat outputFormat = OutputFormatOf(output, to);
            bool isPiped = input == LogFile.StandardInput;
            if (!isPiped && FileClash.Find([($"'{input}'", input)], [($"'{output}'", output)]) is string clash)
            {
                throw CliException.Usage($"{clash}.");
            }

            using Stream stream = isPiped ? LogFile.Open(input) : Open(input, "read", static path => File.OpenRead(path));
            LogSource source = LogFile.Read(input, stream, inputFormat, channel);
            Guard(output, "written", () => WholeFile.Write(output, target => Fill(source, LogFormats.CreateWriter(outputFormat, target), input, output)));
            LogFile.WriteNotes(source, error);
            string skipped = source.Problems.Count > 0 ? $", {source.Problems.Count} {source.Unit}s skipped" : "";
            text.WriteLine($"{source.FrameCount} frames in {output}{skipped}");
            return ExitCodes.Success;
        }

        private static void Fill(LogSource source, IFrameLogWriter writer, string input, string output)
        {
            LoggedFrame record = new();
            try
            {
                using (writer)
                {
                    while (source.TryRead(record))
                    {
                        writer.Write(record);
                    }
                }
            }
            catch (Exception problem) when (problem is IOException or ArgumentException)
            {
                throw CliException.Failure($"'{output}' could not be written after {source.FrameCount} frames: {problem.Message.TrimEnd('.')}.");
            }

            // The file that is there stays as it is.
            if (source.FrameCount == 0 && source.Problems.Count > 0)
            {
                string title = LogFormats.TitleOf(source.Format);
                throw CliException.Failure($"nothing in '{input}' is a frame in the format {title}; if it is another one, name it with --from.");
            }
        }

        private static LogFormat OutputFormatOf(string path, string? name)
        {
            LogFormat? format = name is null ? LogFormats.OfPath(path) : LogFormats.OfName(name);
            return format is LogFormat found && LogFormats.CanWrite(found)
                ? found
                : throw CliException.Usage(name is null
                    ? $"the ending of '{path}' names no format that is written; name it .log, .asc or .pcapng, or give --to with one of {LogFormats.WritableNames}."
                    : $"--to '{name}' is not a format that is written; there are {LogFormats.WritableNames}.");
        }

        private static Stream Open(string path, string verb, Func<string, Stream> open)
        {
            Stream? stream = null;
            Guard(path, verb, () => stream = open(path));
            return stream!;
        }

        private static void Guard(string path, string verb, Action action)
        {
            try
            {
                action();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"'{path}' cannot be {verb}: {FileProblem.Reason(problem)}.");
            }
        }

        private static Option<string?> Format(string name, string description)
        {
            return new Option<string?>(name) { HelpName = "FORMAT", Description = description };
        }
    }
}
