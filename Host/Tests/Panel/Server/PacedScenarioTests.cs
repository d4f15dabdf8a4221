using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Bms.Can;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Library;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>A scenario in pieces is the scenario in one.</summary>
    public class PacedScenarioTests
    {
        [Theory]
        [InlineData("library:communication/silence-11s.yaml", 37)]
        [InlineData("library:edge-cases/24-bad-cable.yaml", 250)]
        [InlineData("library:edge-cases/22-replies-late-or-missing.yaml", 999)]
        [InlineData("library:alarms/request-bits.yaml", 100)]
        [InlineData("library:limits/cvl-steps.yaml", 1000)]
        public void Pieces_ChangeNeitherVerdictNorFrame(string path, int piece)
        {
            ScenarioDocument document = ScenarioLoader.Load(path);
            Assert.NotEmpty(document.Cases);
            foreach (ScenarioCase scenario in document.Cases)
            {
                ScenarioResult whole = ScenarioRunner.Run(scenario, new RunOptions(), CancellationToken.None);
                using var paced = new PacedScenario(scenario);
                using var pieces = new PacedScenario(scenario);
                string wholeHash = Hash(paced, long.MaxValue);
                string piecesHash = Hash(pieces, piece);

                Assert.Equal(wholeHash, piecesHash);
                Assert.Equal(whole.Verdict, pieces.Result().Verdict);
                Assert.Equal(
                    whole.Expectations.Select(static one => (one.Verdict, one.DecidedMilliseconds, one.Seen)),
                    pieces.Result().Expectations.Select(static one => (one.Verdict, one.DecidedMilliseconds, one.Seen)));
            }
        }

        // As the page runs them: where a pause falls must not show in any case of the library.
        [Fact]
        public void Pieces_OfTheWholeLibrary_ChangeNoExpectation()
        {
            ScenarioCase[] cases = [.. ScenarioLibrary.Find(ScenarioLibrary.Prefix)
                .Where(static path => !path.EndsWith(ScenarioDocument.SetupEnding, StringComparison.Ordinal))
                .SelectMany(static path => ScenarioLoader.Load(path).Cases)];
            Assert.True(cases.Length > 300);
            ConcurrentBag<string> different = [];
            Parallel.ForEach(cases, scenario =>
            {
                using var pieces = new PacedScenario(scenario);
                while (!pieces.IsOver)
                {
                    pieces.AdvanceTo(pieces.NowMilliseconds + 1000);
                }

                if (Words(pieces.Result()) != Words(ScenarioRunner.Run(scenario, new RunOptions(), CancellationToken.None)))
                {
                    different.Add($"{scenario.Document.Path} {scenario.Label}");
                }
            });

            Assert.Empty(different);
        }

        private static string Words(ScenarioResult result) =>
            string.Join('\n', result.Expectations.Select(static one => $"{one.Verdict} {one.DecidedMilliseconds} {one.Seen}"));

        private static string Hash(PacedScenario scenario, long piece)
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            scenario.Watch((long microseconds, CanFrame frame) =>
            {
                hash.AppendData(BitConverter.GetBytes(microseconds));
                hash.AppendData(BitConverter.GetBytes(frame.Id));
                hash.AppendData(frame.Data.AsSpan(0, frame.Length));
            });
            for (long now = 0; !scenario.IsOver;)
            {
                now = piece == long.MaxValue ? piece : now + piece;
                scenario.AdvanceTo(now);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }
    }
}
