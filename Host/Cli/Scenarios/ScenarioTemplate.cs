using System;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>The file that <c>scenario new</c> writes: it runs as it stands and says what else there could be.</summary>
    internal static class ScenarioTemplate
    {
        private const string SchemaName = "scenario.schema.json";

        /// <summary>Writes it.</summary>
        /// <param name="path">The file.</param>
        /// <param name="replaces">True if a file that is there may go.</param>
        public static void Write(string path, bool replaces)
        {
            try
            {
                if (replaces || !File.Exists(path))
                {
                    WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Text(path))));
                    return;
                }

                throw CliException.Failure($"'{path}' is there already; name another file, or add --force to replace it.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot write '{path}': {FileProblem.Reason(problem)}; name a file in a folder that exists and may be written to.");
            }
        }

        /// <summary>What would be written.</summary>
        internal static string Text(string path)
        {
            return $"# yaml-language-server: $schema={SchemaFrom(path)}\n" + Body.Replace("NAME", Name(path), StringComparison.Ordinal);
        }

        // The schema of the library, if the file comes to lie beside or below it; else one that the user can make.
        private static string SchemaFrom(string path)
        {
            string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
            for (string? above = folder; above is not null; above = Path.GetDirectoryName(above))
            {
                string schema = Path.Combine(above, SchemaName);
                if (File.Exists(schema))
                {
                    return Path.GetRelativePath(folder!, schema).Replace('\\', '/');
                }
            }

            return SchemaName;
        }

        private static string Name(string path)
        {
            string stem = Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
            string safe = new([.. stem.Where(static letter => char.IsLetterOrDigit(letter) || letter == ' ')]);
            return safe.Length == 0 ? "new scenario" : safe;
        }

        private const string Body = """
            # Completion in an editor: 'batterysim scenario schema > scenario.schema.json' writes the schema named above.
            # Check: 'batterysim scenario check FILE'. Run: 'batterysim scenario run FILE --report FOLDER'. Language: docs/scenarios.md.
            name: "NAME"
            description: A bank that falls silent for 11 s stops a Sol-Ark that has BMS_Err_Stop on.
            source: say here which document, measurement or complaint the expectation rests on
            tags: [example]
            seed: 1

            # The bank. Leave a key out for the profile's own value; 'batterysim profiles' lists the profiles.
            bank:
              profile: sok-sk48v100
              batteries: 2
              soc: 55 %                  # or one for each battery: [55 %, 60 %]

            # The inverter, named as in its Batt menu; 'inverter: none' for a bank alone.
            inverter:
              model: 12K
              firmware: ""               # for the report: what the real one says of itself
              bms-err-stop: on
              load: 2 kW

            # What is done, and what is expected then. Times are those of the scenario's clock, and never go back.
            timeline:
              - at: 30 s
                note: By now the bank is awake and the inverter has its values
                expect:
                  - {that: inverter.fault, is: none}
                  - {that: bank.soc, is: 55 %, tolerance: 1 %}
                  - {that: frame.351.period, between: [950 ms, 1050 ms], for: 10 s}

              - after: 15 s
                note: The bank falls silent
                do: OUTP OFF             # any SCPI line of docs/scpi.md, or a list of them
                expect:
                  - {that: inverter.fault, is: F58, within: 11 s}
                never:
                  - {that: inverter.fault, is: F58, for: 9 s}

            # How to break the bank so that this scenario must fail: 'batterysim scenario run FILE --sabotage' proves that it can.
            sabotage:
              - why: A bank that goes on talking is not a silent bank
                at: 45 s
                do: OUTP ON

            """;
    }
}
