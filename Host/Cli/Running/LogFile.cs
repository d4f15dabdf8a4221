using System;
using System.Collections.Generic;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A log that a user names: opened, with one sentence for whatever is wrong with it.</summary>
    internal static class LogFile
    {
        /// <summary>Stands for standard input.</summary>
        public const string StandardInput = "-";

        /// <summary>How a log is called in messages.</summary>
        public static string TitleOf(string path) => path == StandardInput ? "standard input" : path;

        /// <summary>Opens a log.</summary>
        /// <exception cref="CliException">It cannot be opened.</exception>
        public static Stream Open(string path)
        {
            if (path == StandardInput)
            {
                return Console.OpenStandardInput();
            }

            if (Directory.Exists(path))
            {
                throw CliException.Failure($"{path} is a folder; name a log.");
            }

            try
            {
                return File.OpenRead(path);
            }
            catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                throw CliException.Failure($"{path} does not exist; name a log, or - for standard input.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"{path} cannot be read: {FileProblem.Reason(problem)}.");
            }
        }

        /// <summary>Reads a log from its beginning.</summary>
        /// <exception cref="CliException">It is in a format that is not read here.</exception>
        public static LogSource Read(string path, Stream stream, LogFormat? format, string? channel, bool isSteady = false)
        {
            try
            {
                return new LogSource(stream, format, channel, isSteady);
            }
            catch (LogFormatException problem)
            {
                throw CliException.Failure($"{TitleOf(path)} is {problem.Message}.");
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"{TitleOf(path)} could not be read: {problem.Message.TrimEnd('.')}.");
            }
        }

        /// <summary>The format that an option names; null if it was not given.</summary>
        /// <exception cref="CliException">There is no such format.</exception>
        public static LogFormat? FormatOf(string option, string? name)
        {
            return name is null ? null : LogFormats.OfName(name) ?? throw CliException.Usage($"{option} '{name}' is not a format; there are {LogFormats.Names}.");
        }

        /// <summary>Says on standard error what the log holds besides frames, and what is to be known about it as a whole.</summary>
        public static void WriteNotes(LogSource source, TextWriter error)
        {
            foreach (string sentence in Sentences(source))
            {
                error.WriteLine($"batterysim: {sentence}.");
            }
        }

        private static IEnumerable<string> Sentences(LogSource source) => [.. source.Problems.Sentences(source.Unit), .. source.Notes()];
    }
}
