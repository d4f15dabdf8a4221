using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Library;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Finds and reads the files that a user named, or that lie in the folders named, in an order that no system changes.</summary>
    internal static class ScenarioFiles
    {
        private static readonly string[] Endings = [".yaml", ".yml"];

        /// <summary>Reads every file.</summary>
        /// <param name="paths">Files and folders.</param>
        /// <param name="withSetups">True if shared set-ups are wanted as well; one named by itself is otherwise refused.</param>
        public static ScenarioDocument[] Load(IReadOnlyList<string> paths, bool withSetups)
        {
            string[] files = [.. paths.SelectMany(path => Find(path, withSetups)).DistinctBy(Path.GetFullPath)];
            return [.. files.AsParallel().AsOrdered().Select(ScenarioLoader.Load)];
        }

        private static string[] Find(string path, bool withSetups)
        {
            if (ScenarioLibrary.Contains(path))
            {
                return FindInLibrary(path, withSetups);
            }

            if (File.Exists(path))
            {
                return withSetups || !IsSetup(path)
                    ? [path]
                    : throw CliException.Usage($"'{path}' is a set-up that scenarios include; name a scenario, or a folder of them.");
            }

            if (!Directory.Exists(path))
            {
                throw CliException.Usage($"there is no file or folder '{path}'; name a scenario's file, a folder that holds some, or {ScenarioLibrary.Prefix}.");
            }

            string[] files = Walk(path, withSetups);
            return files.Length > 0 ? files : throw CliException.Usage($"there is no scenario in '{path}'; their files end in .yaml.");
        }

        private static string[] FindInLibrary(string path, bool withSetups)
        {
            string[] files = [.. ScenarioLibrary.Find(path).Where(file => withSetups || !IsSetup(file))];
            return files.Length > 0
                ? files
                : throw CliException.Usage($"there is no scenario '{path}' in the library; 'batterysim scenario list {ScenarioLibrary.Prefix}' shows all of them.");
        }

        private static string[] Walk(string folder, bool withSetups)
        {
            try
            {
                EnumerationOptions everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden };
                return
                [
                    .. Directory.EnumerateFiles(folder, "*", everywhere)
                        .Where(path => Endings.Contains(Path.GetExtension(path)) && (withSetups || !IsSetup(path)))
                        .OrderBy(static path => path.Replace('\\', '/'), StringComparer.Ordinal),
                ];
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw CliException.Usage($"the folder '{folder}' cannot be read: {FileProblem.Reason(problem)}; name another.");
            }
        }

        private static bool IsSetup(string path) => path.EndsWith(ScenarioDocument.SetupEnding, StringComparison.Ordinal);
    }
}
