using System;
using System.IO;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    /// <summary>A folder with small scenarios in it, gone after the test.</summary>
    internal sealed class ScenarioFolder : IDisposable
    {
        /// <summary>Passes, and fails under its one sabotage.</summary>
        public const string Passing = """
            name: The bank keeps its charge
            description: A bank that nobody loads stays where it is.
            source: conservation of charge
            tags: [calm, soc]
            bank: {profile: sok-sk48v100, batteries: 2, soc: 55 %}
            inverter: {model: 12K, firmware: MCU 6.9.8, load: 0 W}
            timeline:
              - at: 20 s
                note: Everybody is awake
                expect:
                  - {that: bank.soc, is: 55 %, tolerance: 1 %, for: 3 s}
            sabotage:
              - why: A bank that loses charge
                at: 10 s
                do: "MOD1:SOC 20;:MOD2:SOC 20"

            """;

        /// <summary>Expects on line 8 what never comes, and has no sabotage.</summary>
        public const string Failing = """
            name: The bank is nearly full
            tags: [soc]
            bank: {profile: sok-sk48v100, batteries: 1, soc: 55 %}
            inverter: none
            timeline:
              - at: 20 s
                expect:
                  - {that: bank.soc, at-least: 90 %, within: 2 s}

            """;

        /// <summary>Has a key that there is not, on line 3 in column 1.</summary>
        public const string Faulty = """
            name: Faulty
            seed: 1
            bnak: {profile: sok-sk48v100}
            timeline: []

            """;

        private readonly TemporaryFolder _folder = new();

        /// <summary>The folder's path.</summary>
        public string Path => _folder.File(".")[..^2];

        /// <summary>Path of a file in it.</summary>
        public string File(string name) => _folder.File(name);

        /// <summary>Writes a file.</summary>
        /// <returns>Its path.</returns>
        public string Write(string name, string text)
        {
            string path = File(name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, text.ReplaceLineEndings("\n"));
            return path;
        }

        public void Dispose() => _folder.Dispose();
    }
}
