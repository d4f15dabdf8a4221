using System.CommandLine;
using System.IO;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim doctor</c>: what is wrong with a battery's bus, and why that matters.</summary>
    internal static class DoctorCommand
    {
        private const string Text = "text";
        private const string Json = "json";
        private const string Html = "html";
        private const string DurationDefault = "60s";

        private static readonly string[] Targets = ["any", .. InverterTargets.Names];

        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string> input = new("FILE|PORT") { Description = $"Log ({LogFormats.Names}), - for standard input, or a live port: {CanPortUrlParser.Forms}." };
            Option<string> target = new("--for") { HelpName = "INVERTER", Description = $"Inverter that the battery is meant for: {string.Join(", ", Targets)}.", DefaultValueFactory = _ => Targets[0] };
            target.AcceptOnlyFromAmong(Targets);
            Option<string> format = new("--format") { Description = "text, json, or html: one page.", DefaultValueFactory = _ => Text };
            format.AcceptOnlyFromAmong(Text, Json, Html);
            Option<string?> duration = new("--duration") { HelpName = "TIME", Description = $"Time to listen to a live port. [default: {DurationDefault}]" };
            Option<string?> channel = LogOptions.Channel();
            Option<string> dialect = LogOptions.Dialect("auto finds it out from all frames");
            Option<string?> from = new("--from") { HelpName = "FORMAT", Description = $"Format of the log: {LogFormats.Names}. [default: by its content]" };
            CliCommand command = new("doctor", "Say who is on a battery's bus, what is wrong, what an inverter makes of it, and what to do, the worst first. "
                + "Exit code 0 if there were frames to look at, whatever the findings; 1 if there were none. The findings are in docs/doctor.md.")
            {
                input,
                target,
                format,
                duration,
                dialect,
                channel,
                from,
            };
            command.Examples =
            [
                ("batterysim doctor day.log", "what is wrong in a log"),
                ("batterysim doctor day.log --for sol-ark --format html > day.html", "a page to send to somebody"),
                ("batterysim doctor socketcan://can0 --duration 60s", "a minute of a live bus"),
            ];
            command.SetAction(parsed =>
            {
                string name = parsed.GetRequiredValue(input);
                string wanted = parsed.GetRequiredValue(target);
                string spoken = parsed.GetRequiredValue(dialect);
                BusSurvey bus = new(wanted == Targets[0] ? "" : wanted, spoken == DecodeDialects.AutoName ? null : spoken);
                CanPortUrl? port = PortOf(name);
                string? time = parsed.GetValue(duration);
                if (time is not null && port is not { Kind: not CanPortKind.Log })
                {
                    throw CliException.Usage("--duration goes with a live port; a log is read to its end.");
                }

                if (port is { Kind: not CanPortKind.Log })
                {
                    PortListener.Listen(port, bus, Values.Duration("--duration", time ?? DurationDefault), host);
                }
                else
                {
                    ReadLog(port?.Path ?? name, port is { Channel.Length: > 0 }
                        ? port.Channel : parsed.GetValue(channel), parsed.GetValue(from), bus, host);
                }

                if (bus.FrameCount == 0)
                {
                    throw CliException.Failure($"{LogFile.TitleOf(name)} has no frames to look at.");
                }

                Write(parsed.GetRequiredValue(format), new DoctorReport(LogFile.TitleOf(name), bus), host.Output);
                return ExitCodes.Success;
            });
            return command;
        }

        private static CanPortUrl? PortOf(string name)
        {
            if (!name.Contains("://", System.StringComparison.Ordinal))
            {
                return null;
            }

            CanPortUrl? url = CanPortUrlParser.Parse(name, out string problem);
            return url is null or { Kind: CanPortKind.Virtual }
                ? throw CliException.Usage($"{(problem.Length > 0 ? problem : "virtual is a bus inside a run; name a log or a port")}.")
                : url;
        }

        private static void ReadLog(string path, string? channel, string? from, BusSurvey bus, CliHost host)
        {
            using Stream stream = LogFile.Open(path);
            LogSource source = LogFile.Read(path, stream, LogFile.FormatOf("--from", from), channel, isSteady: true);
            try
            {
                bus.ReadAll(source);
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"{LogFile.TitleOf(path)} could not be read after {source.Unit} {source.LineNumber}: {problem.Message.TrimEnd('.')}.");
            }

            if (source.FrameCount == 0 && source.Problems.Count > 0)
            {
                throw CliException.Failure($"{LogFile.TitleOf(path)} has no frames to look at ({source.Problems.First(source.Unit)}); the formats are {LogFormats.Names}.");
            }

            LogFile.WriteNotes(source, host.Error);
        }

        private static void Write(string format, DoctorReport report, TextWriter output)
        {
            switch (format)
            {
                case Json:
                    JsonReportWriter.Write(report, output);
                    break;
                case Html:
                    HtmlReportWriter.Write(report, output);
                    break;
                default:
                    TextReportWriter.Write(report, output);
                    break;
            }
        }
    }
}
