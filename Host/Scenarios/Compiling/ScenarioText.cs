using System;
using System.IO;
using System.Text;
using BatterySim.Host.Scenarios.Library;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads the text of a file, or says why it has none.</summary>
    internal static class ScenarioText
    {
        // The largest scenario is a few kilobytes; a log that somebody named .yaml is not to be parsed.
        private const long LengthMax = 1_000_000;

        /// <summary>Reads a text.</summary>
        /// <returns>Null if it cannot be read, and then the problem is one sentence.</returns>
        public static string? Read(string path, out string problem)
        {
            problem = "";
            try
            {
                if (!ScenarioLibrary.Contains(path) && new FileInfo(path) is { Exists: true, Length: > LengthMax })
                {
                    problem = "the file has more than a million bytes and is not a scenario.";
                    return null;
                }

                byte[] bytes = ScenarioLibrary.Contains(path) ? ScenarioLibrary.ReadAllBytes(path) : File.ReadAllBytes(path);
                string text = new UTF8Encoding(false, true).GetString(bytes);
                return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
            }
            catch (DecoderFallbackException)
            {
                problem = "the file is no UTF-8 text; save it as UTF-8.";
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                problem = "there is no such file.";
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                problem = exception.Message.ReplaceLineEndings(" ");
            }

            return null;
        }
    }
}
