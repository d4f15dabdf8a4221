using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Library;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Writes the library as files.</summary>
    internal static class LibraryExport
    {
        /// <summary>Writes every file below a folder, all or none if one of another content is there.</summary>
        /// <param name="folder">The folder; made where it is missing.</param>
        /// <param name="replaces">True if a file of another content may go.</param>
        /// <returns>Number of files in the library.</returns>
        public static int Write(string folder, bool replaces)
        {
            try
            {
                List<(string Path, byte[] Content)> due = [.. ScenarioLibrary.Files
                    .Select(file => (Path: Path.Combine(folder, file), Content: ScenarioLibrary.ReadAllBytes(file)))
                    .Where(static file => !File.Exists(file.Path) || !File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(file.Content))];
                string? other = due.Select(static file => file.Path).FirstOrDefault(File.Exists);
                if (other is not null && !replaces)
                {
                    throw CliException.Failure($"'{other}' is there and differs from the library; name another folder, or add --force to replace it.");
                }

                foreach ((string path, byte[] content) in due)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    WholeFile.Write(path, stream => stream.Write(content));
                }

                return ScenarioLibrary.Files.Count;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot write the library to '{folder}': {FileProblem.Reason(problem)}; name a folder that may be written to.");
            }
        }
    }
}
