using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Panel.Engine.Scenarios
{
    /// <summary>Runs scenarios of the library as a page does, to compare them with <c>batterysim scenario run --report</c>.</summary>
    /// <remarks>
    /// A case is told in the words of a JUnit file, with the SHA-256 of its frames as a candump log: that of the trace which the program writes.
    /// </remarks>
    public static class LibraryCheck
    {
        /// <summary>Between two cases, on a line of its own.</summary>
        public const string Separator = "----";

        private const string Channel = "can0";

        /// <summary>Paths of all scenarios.</summary>
        public static IEnumerable<string> Paths() => PanelLibrary.Entries.Select(static entry => entry.Path);

        /// <summary>Runs every case of a scenario.</summary>
        /// <param name="path">One of <see cref="Paths"/>.</param>
        /// <exception cref="ArgumentException">The library has no such scenario.</exception>
        public static string Run(string path)
        {
            ScenarioDocument document = PanelLibrary.Find(path) ?? throw new ArgumentException($"The library has no scenario '{path}'.", nameof(path));
            StringBuilder text = new();
            foreach (ScenarioCase scenario in document.Cases)
            {
                text.Append(Of(scenario)).Append(Separator).Append('\n');
            }

            return text.ToString();
        }

        private static string Of(ScenarioCase scenario)
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using HashWriter lines = new(hash);
            CandumpWriter log = new(lines, Channel);
            using var run = new PacedScenario(scenario);
            run.Watch(log.Write);
            while (!run.IsOver)
            {
                run.AdvanceTo(run.NowMilliseconds + ScenarioPlayer.PieceMilliseconds);
            }

            string digest = Convert.ToHexStringLower(hash.GetHashAndReset());
            return string.Create(CultureInfo.InvariantCulture, $"{PlainCase.Full(run.Result())}Frames: {digest}\n");
        }
    }
}
