using System.IO;
using BatterySim.Host.Scenarios.Compiling;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>Reads scenarios. Whatever a file holds, it answers with diagnostics and never with an exception.</summary>
    public static class ScenarioLoader
    {
        /// <summary>Reads a file and what it includes.</summary>
        /// <param name="path">Path of a file; one that cannot be read is a problem of the document.</param>
        public static ScenarioDocument Load(string path)
        {
            string? text = ScenarioText.Read(path, out string problem);
            if (text != null)
            {
                return Read(path, text);
            }

            return new ScenarioDocument(path)
            {
                Name = Path.GetFileName(path),
                Diagnostics = [new Diagnostic(path, 1, 1, char.ToUpperInvariant(problem[0]) + problem[1..])],
            };
        }

        /// <summary>Reads a text as if it stood in a file; includes are looked for beside that file.</summary>
        public static ScenarioDocument Read(string path, string text) => DocumentReader.Read(path, text);
    }
}
