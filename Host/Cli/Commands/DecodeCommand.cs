using System.CommandLine;
using System.IO;
using BatterySim.Host.Analysis.Decoding;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>batterysim decode: a log in, named values out.</summary>
    internal static class DecodeCommand
    {
        private const string Text = "text";
        private const string Json = "json";

        public static Command Create()
        {
            var file = new Argument<string>("FILE") { Description = $"Log to read ({LogFormats.Names}), or - for standard input." };
            var format = new Option<string>("--format")
            {
                Description = "text: one line a frame, flags and alarms that are clear left out; json: one object a line.",
                DefaultValueFactory = _ => Text,
            };
            format.AcceptOnlyFromAmong(Text, Json);
            Option<string> dialect = LogOptions.Dialect("auto finds it out from all frames; of a live standard input from those of its first second and from what follows");
            var from = new Option<string?>("--from")
            {
                HelpName = "FORMAT",
                Description = $"Format of the log: {LogFormats.Names}. [default: by its content]",
            };
            Option<string?> channel = LogOptions.Channel();

            var command = new CliCommand("decode", "Decode the frames of a log. Lines that are not frames are counted by kind on standard error. "
                + "Exit code 0 if a frame was decoded or the log was empty, 1 if nothing could be decoded or the file could not be read.")
            {
                file,
                format,
                dialect,
                channel,
                from,
            };
            command.Examples =
            [
                ("batterysim decode day.log", "a line for every frame"),
                ("batterysim decode day.log --format json", "an object a line, for jq and the like"),
                ("candump can0 | batterysim decode -", "what goes on at this moment"),
            ];
            command.SetAction(parsed => Decode(
                parsed.GetRequiredValue(file),
                LogFile.FormatOf("--from", parsed.GetValue(from)),
                parsed.GetValue(channel),
                parsed.GetRequiredValue(dialect),
                parsed.GetRequiredValue(format) == Json,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error));
            return command;
        }

        private static int Decode(
            string path, LogFormat? logFormat, string? channel, string dialectName, bool asJson, TextWriter output, TextWriter error)
        {
            using Stream input = LogFile.Open(path);
            using SpooledInput? spool = input.CanSeek ? null : Spool(path, input);
            FrameDecoder decoder = new(dialectName);
            bool hasSeveralChannels;
            using (Stream kept = spool?.OpenKept() ?? LogFile.Open(path))
            {
                LogSource surveyed = LogFile.Read(path, kept, logFormat, channel);
                DialectDetector survey = Guard(path, surveyed, () => DecodeRun.Survey(surveyed));
                hasSeveralChannels = surveyed.HasSeveralChannels;
                if (decoder.IsAuto)
                {
                    decoder = new FrameDecoder(survey);
                    WriteDialect(survey, error);
                }
            }

            using Stream all = spool?.OpenAll() ?? LogFile.Open(path);
            LogSource source = LogFile.Read(path, all, logFormat, channel);
            FramePrinter printer = asJson ? new JsonFramePrinter(output) : new TextFramePrinter(output);
            printer.IsBuffered = spool is not { IsComplete: false };
            printer.ShowsChannel = hasSeveralChannels;
            DecodeRun run = new(source, decoder, printer);
            Guard(path, source, () =>
            {
                run.ToEnd();
                return 0;
            });
            if (source.FrameCount > 0 || source.ErrorReportCount > 0)
            {
                LogFile.WriteNotes(source, error);
            }

            if (run.HasContent && run.DecodedCount == 0)
            {
                throw CliException.Failure($"nothing in {LogFile.TitleOf(path)} could be decoded as {dialectName}; {Remedy(source)}");
            }

            return ExitCodes.Success;
        }

        private static SpooledInput Spool(string path, Stream input)
        {
            try
            {
                return SpooledInput.Read(input);
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"{LogFile.TitleOf(path)} could not be read: {problem.Message.TrimEnd('.')}.");
            }
        }

        // Without evidence there is nothing to say: a log of one frame, or of another protocol.
        private static void WriteDialect(DialectDetector survey, TextWriter error)
        {
            if (survey.Evidence.Count > 0)
            {
                error.WriteLine($"batterysim: read as {survey.Dialect}: {string.Join("; ", survey.Evidence)}; --dialect reads it as another one.");
            }
        }

        private static string Remedy(LogSource source)
        {
            return source.FrameCount > 0
                ? $"its {source.FrameCount} frames have other identifiers; --dialect names another protocol"
                : $"it has no frame in the format {LogFormats.TitleOf(source.Format)} ({source.Problems.First(source.Unit)}); the formats are {LogFormats.Names}";
        }

        private static T Guard<T>(string path, LogSource source, System.Func<T> work)
        {
            try
            {
                return work();
            }
            catch (DecodeInputException problem)
            {
                throw CliException.Failure($"{LogFile.TitleOf(path)} could not be read after {source.Unit} {source.LineNumber}: {problem.Message}");
            }
            catch (IOException problem)
            {
                // Not a reader that went away, such as head: the console's own stream swallows that.
                throw CliException.Failure($"the output could not be written: {problem.Message}");
            }
        }
    }
}
