using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>What a row of the command table says is what the instrument does, and a row that is half made is noticed.</summary>
    public class RowTests
    {
        private const string Rows = "Bms/Instrument/Rows/ModuleRows.cs";
        private const string Commands = "Bms/Instrument/ModuleCommands.cs";

        private static readonly Dictionary<string, Mutant> HalfMade = new[]
        {
            Edit("range-wider-than-the-model", Rows, "Number(\"SOC\", ScpiUnit.Percent, 0, 1000, 500)", "Number(\"SOC\", ScpiUnit.Percent, 0, 2000, 500)"),
            Edit("handler-clamps-elsewhere", Commands, "SetSohPermille(call.Value)", "SetSohPermille(call.Value > 500 ? 500 : call.Value)"),
            Edit("handler-ignores-the-value", Commands, "AmbientDecidegrees = call.Value", "AmbientDecidegrees = 250"),
            Edit("row-without-handler", Commands, "case CommandId.Resistance: Resistance(call); break;", ""),
            Edit("default-outside-the-range", Rows, "Number(\"temperature\", ScpiUnit.Celsius, -400, 1000, 250)", "Number(\"temperature\", ScpiUnit.Celsius, -400, 1000, 1100)"),
            Edit("example-is-refused", Rows, "\"MOD2:SOH 80\"", "\"MOD2:SOH 180\""),
            Edit("header-twice", Rows, "\"MODule#:AMBient\"", "\"MODule#:SOC\""),
            Edit("no-meaning", Rows, "\"Breaker of the battery.\"", "\"\""),
            Edit("default-other-than-said", "Bms/Instrument/FaultTiming.cs", " && !call.ConsumeWord(\"DEFault\")", ""),
            Edit("second-value-clamped", "Bms/Instrument/FaultCommands.cs", "detail = call.Value;", "detail = call.Value > 99 ? 99 : call.Value;"),
            Edit("check-below-the-row", "Bms/Protocol/Dialects/DialectSettings.cs", "GapMilliseconds > GapMillisecondsMax", "GapMilliseconds > 300"),
        }.ToDictionary(mutant => mutant.Name);

        public static TheoryData<string> Names => [.. HalfMade.Keys];

        [Fact]
        public void Row_EachOne_IsWhatTheInstrumentDoes()
        {
            Assert.Equal("", string.Join('\n', RowAudit.FindComplaints()));
        }

        [Fact]
        public void Copy_OfTheCoreAsItIs_HasNoComplaint()
        {
            Assert.Empty(new MutatedCore(null).FindComplaints());
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Row_HalfMade_IsNoticed(string name)
        {
            Assert.Null(MutatedCore.FindProblem(HalfMade[name]));

            Assert.NotEmpty(new MutatedCore(HalfMade[name]).FindComplaints());
        }

        private static Mutant Edit(string name, string file, string original, string mutated) =>
            new(name, MutantKind.WrongRule, file, original, mutated, name);
    }
}
