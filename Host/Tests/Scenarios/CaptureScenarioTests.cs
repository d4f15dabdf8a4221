using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Protocol;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>Each capture of a battery near full or in the cold, played by a scenario: the same limits, bits and SOC in the same order.</summary>
    public class CaptureScenarioTests
    {
        // Where a charge ends, and where makes begin to lower their limits.
        private const double NearFullPercent = 85;
        private const double ColdCelsius = 15;

        private static readonly string[] NotBatteries = ["emul-", "endurenergy-esp5100-internal-bus", "hv-"];

        // Captures of a scenario in the order in which it plays them, and the dialect in which its own frames are read.
        private static readonly Dictionary<string, (string Dialect, string[] Files)> CapturesOf = new()
        {
            ["deye-full"] = ("deye",
            [
                "deye-se-f12c-native.log", "deye-se-f12c-native-idle-ccl0.log", "deye-se-f12c-profile-switch-to-victron-pylon.log",
                "deye-se-f12c-native-charging.log",
            ]),
            ["eco-worthy-cold"] = ("pylontech", ["eco-worthy-cubix-pylon.log"]),
            ["eco-worthy-nearly-full"] = ("pylontech-v1.3", ["eco-worthy-victron-profile-vectors.log"]),
            ["pytes-cold"] = ("pylontech", ["pytes-native-400.log"]),
            ["byd-cool"] = ("pylontech-v1.3", ["byd-lvs-victron.log"]),
        };

        public static TheoryData<string> Scenarios => [.. CapturesOf.Keys];

        [Theory]
        [MemberData(nameof(Scenarios))]
        public void Run_ScenarioOfCaptures_GoesThroughTheirStatesInTheirOrder(string name)
        {
            using TemporaryFolder folder = new();
            (string dialect, string[] files) = CapturesOf[name];
            List<ClaimedState> run = ClaimedState.AllOf(Run(name, folder), dialect);
            int place = 0;
            foreach (ClaimedState captured in files.SelectMany(static file => Wanted(Captures.PathOf(file))))
            {
                int found = run.FindIndex(place, state => captured.IsPlayedBy(state));
                Assert.True(found >= 0, $"from state {place} on none is as {captured}; there are\n{string.Join('\n', run.Skip(place).Take(40))}");
                place = found;
            }
        }

        // A new capture of a full or a cold battery needs a scenario.
        [Fact]
        public void Captures_OfAFullOrAColdBattery_EachHaveAScenario()
        {
            IEnumerable<string> wanted = Captures.Files
                .Where(static file => !NotBatteries.Any(start => file.StartsWith(start, StringComparison.Ordinal)))
                .Where(static file => Wanted(Captures.PathOf(file)).Count > 0);

            Assert.Equal(wanted, CapturesOf.Values.SelectMany(static captures => captures.Files).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void State_OfOtherLimitsBitsOrSoc_IsNotPlayed()
        {
            ClaimedState state = Wanted(Captures.PathOf("deye-se-f12c-native.log"))[^1];

            Assert.True(state.IsPlayedBy(state));
            Assert.All(ClaimedState.Claims, name => Assert.False(state.IsPlayedBy(state.With(name, state[name] + 1 ?? 1))));
            Assert.All(ClaimedState.Measured, name => Assert.False(state.IsPlayedBy(state.With(name, state[name] + 3 ?? 1))));
        }

        private static string Run(string name, TemporaryFolder folder)
        {
            string path = Path.Combine(SourceFile.Root, "Scenarios", "captures", name + ".yaml");
            ScenarioResult result = ScenarioRunner.Run(
                ScenarioLoader.Load(path).Cases.Single(), new RunOptions { TraceFolder = folder.File("trace"), TraceName = name }, CancellationToken.None);
            Assert.Equal(Verdict.Passed, result.Verdict);
            return result.TracePath!;
        }

        // What a log says near full or in the cold; nothing for one that never says SOC and limits.
        private static List<ClaimedState> Wanted(string path)
        {
            return [.. ClaimedState.AllOf(path)
                .Where(static state => state["socPercent"] >= NearFullPercent || state["temperatureCelsius"] < ColdCelsius)];
        }
    }
}
