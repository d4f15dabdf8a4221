using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Cli.Profiles;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Scenarios.Cloning;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim clone</c>: a profile file that sends what the battery of a log sent.</summary>
    internal static class CloneCommand
    {
        private const long CheckMillisecondsMin = 15_000;
        private const long CheckMillisecondsMax = 600_000;

        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string> file = new("FILE") { Description = $"Log of a real battery ({LogFormats.Names}), or - for standard input." };
            Option<bool> check = new("--check") { Description = "Run the clone and print what differs from the log, in place of the profile. Exit code 1 if anything does." };
            Option<string?> profile = new("--profile") { HelpName = "FILE", Description = "With --check: the profile file to check, such as one that you changed. [default: the clone of the log]" };
            Option<string?> channel = LogOptions.Channel();
            Option<string?> from = new("--from") { HelpName = "FORMAT", Description = $"Format of the log: {LogFormats.Names}. [default: by its content]" };
            CliCommand command = new("clone", "Learn a simulated battery from a log and print it as a profile file: identifiers, order, lengths, times, scale, sign, name, "
                + "limits and how they followed SOC, and the state at the start. What the log does not tell is left to a known product, and said so.")
            {
                file,
                check,
                profile,
                channel,
                from,
            };
            command.Examples =
            [
                ("batterysim clone day.log > my-pack.yaml", "learn it"),
                ("batterysim run --profile my-pack.yaml", "send what the real one sent"),
                ("batterysim clone --check day.log", "what the clone does otherwise"),
                ("batterysim clone --check day.log --profile my-pack.yaml", "the same for a file that you changed"),
            ];
            command.SetAction(parsed =>
            {
                string path = parsed.GetRequiredValue(file);
                string? own = parsed.GetValue(profile);
                if (own is not null && !parsed.GetValue(check))
                {
                    throw CliException.Usage("--profile names a file to hold against the log; add --check.");
                }

                try
                {
                    BusPortrait log = ReadLog(path, parsed.GetValue(channel), LogFile.FormatOf("--from", parsed.GetValue(from)), host);
                    string title = path == LogFile.StandardInput ? LogFile.TitleOf(path) : Path.GetFileName(path);
                    if (!parsed.GetValue(check))
                    {
                        host.Output.Write(CloneRun.Learn(title, log));
                        return ExitCodes.Success;
                    }

                    ProfileFileResult clone = own is null ? CloneRun.Read(CloneRun.Learn(title, log)) : ProfileArgument.ReadAll(own);
                    return Check(log, clone, host.Output);
                }
                catch (CloneException problem)
                {
                    throw CliException.Failure(problem.Message);
                }
            });
            return command;
        }

        private static BusPortrait ReadLog(string path, string? channel, LogFormat? format, CliHost host)
        {
            using Stream stream = LogFile.Open(path);
            LogSource source = LogFile.Read(path, stream, format, channel, isSteady: true);
            try
            {
                BusPortrait log = BusPortrait.Of(source);
                if (log.Frames.Count == 0)
                {
                    string why = source.FrameCount == 0 && source.Problems.Count > 0 ? $" ({source.Problems.First(source.Unit)})" : "";
                    throw CliException.Failure($"{LogFile.TitleOf(path)} has no frames of a battery to clone{why}.");
                }

                LogFile.WriteNotes(source, host.Error);
                return log;
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"{LogFile.TitleOf(path)} could not be read after {source.Unit} {source.LineNumber}: {problem.Message.TrimEnd('.')}.");
            }
        }

        private static int Check(BusPortrait log, ProfileFileResult clone, TextWriter output)
        {
            long end = log.Frames.Max(static frame => frame.LastMicroseconds);
            long length = (end - log.Frames.Min(static frame => frame.FirstMicroseconds)) / 1000;
            IReadOnlyList<CloneDifference> differences =
                CloneCheck.Compare(log, CloneTwin.Run(clone, Math.Clamp(length, CheckMillisecondsMin, CheckMillisecondsMax)));
            foreach (CloneDifference difference in differences)
            {
                output.WriteLine($"{difference.What}: log {difference.Log}; clone {difference.Run}");
            }

            if (differences.Count == 0)
            {
                output.WriteLine($"No difference: {log.Frames.Count} identifiers with their lengths, order, times, scale, name and limits.");
            }

            return differences.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
        }
    }
}
