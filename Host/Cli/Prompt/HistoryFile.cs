using System;
using System.IO;
using System.Text;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Prompt
{
    /// <summary>Keeps the history between sessions, where the system wants such things. Without it everything works, only forgetful.</summary>
    internal static class HistoryFile
    {
        private const string Name = "console-history";
        private const string Folder = "batterysim";

        /// <summary>Where it is: XDG_STATE_HOME, else ~/.local/state; under Windows the local application data.</summary>
        public static string PathOf(Func<string, string?> environment)
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string? state = environment("XDG_STATE_HOME");
            string root = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.IsPathRooted(state) ? state : Path.Combine(home, ".local", "state");
            return Path.Combine(root, Folder, Name);
        }

        /// <summary>Reads it; nothing where there is none.</summary>
        public static void Load(string path, LineHistory history)
        {
            try
            {
                foreach (string line in File.ReadLines(path))
                {
                    history.Add(line);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A first session, or a folder that may not be read.
            }
        }

        /// <summary>Writes it whole, so that a second session at the same time at worst wins.</summary>
        public static void Save(string path, LineHistory history)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', history.Lines) + '\n')));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Not worth a message at the end of a session that went well.
            }
        }
    }
}
