using System;
using System.CommandLine;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Scenarios.Library;

namespace BatterySim.Host.Cli.Completion
{
    /// <summary>Words that an option or an argument takes, for a shell that completes them.</summary>
    internal static class CompletionSources
    {
        /// <summary>Adds them to a command and all below it.</summary>
        public static void AddTo(Command command)
        {
            foreach (Option option in command.Options)
            {
                string[] words = WordsOf(option);
                if (words.Length > 0)
                {
                    option.CompletionSources.Add(words);
                }
            }

            foreach (Command below in command.Subcommands)
            {
                AddTo(below);
            }
        }

        /// <summary>Paths in the library: all of it, and its folders.</summary>
        public static string[] LibraryPaths() =>
        [
            ScenarioLibrary.Prefix,
            .. ScenarioLibrary.Files.Where(static file => file.Contains('/', StringComparison.Ordinal))
                .Select(static file => ScenarioLibrary.Prefix + file[..file.IndexOf('/', StringComparison.Ordinal)])
                .Distinct(),
        ];

        // Where help names the words, as in real|max|FACTOR, those in capitals stand for something else.
        private static string[] WordsOf(Option option) => option.Name switch
        {
            "--profile" => [.. ProfileCatalogue.Names],
            "--dialect" => [.. Dialects.Names],
            _ when option.HelpName is string help && help.Contains('|', StringComparison.Ordinal) =>
                [.. help.Split('|').Where(static word => !word.Any(char.IsAsciiLetterUpper))],
            _ => [],
        };
    }
}
