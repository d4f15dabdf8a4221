using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>Errors that once survived every test: each changes what a bank answers, and the sound core answers as it should.</summary>
    public class GapTests
    {
        private static readonly Dictionary<string, (string Probe, Mutant Mutant)> Gaps = new[]
        {
            Gap("histogram-cleared", "Bms/Protocol/InverterLink.cs", "_bins[bin] = 0;", "_bins[bin] += 0;", "INV:CLE keeps its histogram"),
            Gap("histogram-edge", "Bms/Protocol/InverterLink.cs", "interval >= BinEdges[bin]", "interval > BinEdges[bin]", "an interval on an edge counts below it"),
            Gap("status-once", "Bms/Instrument/StatusGroup.cs", "condition & ~_condition", "condition", "an event comes back while its condition lasts"),
            Gap("service-bit-6", "Bms/Instrument/StatusRegisters.cs", "value & ~MasterSummary", "value", "*SRE keeps bit 6"),
            Gap("delayed-frame-after-silence", "Bms/Faults/FrameFaults.cs", "            _delayedCount = 0;", "            _delayedCount += 0;", "a delayed frame leaves after silence"),
            Gap("master-limits", "Bms/Stack/Aggregator.cs", "master[BatteryAnswer.DischargeCurrentLimitMilliamps]", "master[BatteryAnswer.ChargeCurrentLimitMilliamps]", "policy master takes CCL for DCL"),
        }.ToDictionary(static gap => gap.Probe);

        public static TheoryData<string> Names => [.. Gaps.Keys];

        [Theory]
        [InlineData("histogram-cleared", "0 0 0 0 0 0 2 0 0 0 0;0 0 0 0 0 0 0 0 0 0 0")]
        [InlineData("histogram-edge", "0 1 0 0 0 0 0 1 0 0 1;")]
        [InlineData("service-bit-6", "191")]
        [InlineData("delayed-frame-after-silence", "")]
        public void SoundCore_Answers(string probe, string answer)
        {
            Assert.Equal(answer, GapProbe.Answer(probe));
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Gap_PutIn_ChangesTheAnswer(string name)
        {
            Mutant mutant = Gaps[name].Mutant;
            Assert.Null(MutatedCore.FindProblem(mutant));

            Assembly core = new MutatedCore(mutant).LoadFromAssemblyPath(typeof(GapProbe).Assembly.Location);
            object? answer = core.GetType(typeof(GapProbe).FullName!, true)!.GetMethod(nameof(GapProbe.Answer))!.Invoke(null, [name]);

            Assert.NotEqual(GapProbe.Answer(name), answer);
        }

        private static (string Probe, Mutant Mutant) Gap(string probe, string file, string original, string mutated, string effect) =>
            (probe, new Mutant(probe, MutantKind.WrongRule, file, original, mutated, effect));
    }
}
