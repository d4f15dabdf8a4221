using System;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Tests.Profiles;
using BatterySim.Host.Tests.Protocol;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>
    /// The rule that a fact has one place is itself tested: a copy of the core gets a throw-away frame, profile or setting, each half made, and the
    /// test that docs/development.md names has to fail there. Over the core as it is, the same tests pass.
    /// </summary>
    public class HalfMadeTests
    {
        private const string Frames = "Bms/Protocol/FrameTable.cs";
        private const string Profiles = "Bms/Profiles/ProfileCatalogue.cs";
        private const string Rows = "Bms/Instrument/Rows/ModuleRows.cs";
        private const string InTable = "            new CapacityFrame(),       // 0x379\n";
        private const string Ids = "        private static readonly uint[] AllIds = IdsOf(All);\n";
        private const string TableEnd = "        });\n\n";
        private const string NameList = "        private static readonly string[] AllNames";
        private const string LastName = "            HomeGridStackd.Name,\n";
        private const string LastCase = "                case HomeGridStackd.Name: return HomeGridStackd.Create(hasSources);\n";
        private const string NoMoreRows = "                default: return false;\n";

        private const string Row = "                case 32: return row.Begin(\"MODule#:TRY\", Keep, ";
        private const string Says = ".Number(\"try\", ScpiUnit.Percent, 0, 1200, 400).Says(\"MOD1:TRY 7\", \"Throw-away.\");\n";

        private const string FrameClass = """
                    private sealed class ThrowAwayFrame : FrameDefinition
                    {
                        public override uint Id { get { return 0x360; } }
                        public override string Name { get { return "ThrowAway"; } }
                        public override int NativeLengthIn(Dialects.DialectSettings dialect) { return 8; }
                        public override bool TryWrite(Stack.BankReport bank, Dialects.DialectSettings dialect, Can.CanFrame frame)
                        {
                            frame.Begin(0x360, 8);
                            return true;
                        }

                        public override void Describe(Dialects.DialectSettings dialect, SignalVisitor visitor) { visitor.U16("socPercent", 0, 0); }
                    }

            """;

        private const string ProfileClass = """
                    private static class ThrowAway100
                    {
                        public static BatteryProfile Create(bool hasSources)
                        {
                            BatteryProfile profile = HomeGridStackd.Create(hasSources);
                            return new BatteryProfile("throw-away-100", "Throw-away", "", hasSources);
                        }
                    }

            """;

        [Theory]
        [InlineData("frame in no table", Frames, Ids, Ids + FrameClass, typeof(FrameTableTests),
            nameof(FrameTableTests.Table_EveryClassThatDefinesAFrame_IsInIt))]
        [InlineData("frame in no dialect", Frames, InTable + TableEnd + Ids, InTable + "new ThrowAwayFrame()," + TableEnd + Ids + FrameClass,
            typeof(FrameTableTests), nameof(FrameTableTests.Table_EveryFrame_IsSentInSomeDialectAndListedOnce))]
        [InlineData("frame in no message", "Bms/Protocol/Frames/CapacityFrame.cs", "CanId = 0x379", "CanId = 0x360", typeof(FrameTableTests),
            nameof(FrameTableTests.Dialect_FramesAndCatalogue_AgreeBothWays), "sol-ark")]
        [InlineData("message without frame", "Bms/Protocol/Dialects/Dialects.cs", "NameFrame.CanId, CapacityFrame.CanId);", "NameFrame.CanId);",
            typeof(FrameTableTests), nameof(FrameTableTests.Dialect_FramesAndCatalogue_AgreeBothWays), "sol-ark")]
        [InlineData("signal at another place", "Bms/Protocol/Frames/CapacityFrame.cs", "CapacityByte = 0", "CapacityByte = 2",
            typeof(FrameTableTests), nameof(FrameTableTests.Dialect_FramesAndCatalogue_AgreeBothWays), "sol-ark")]
        [InlineData("profile in no catalogue", Profiles, NameList, ProfileClass + NameList,
            typeof(ProfileTests), nameof(ProfileTests.Catalogue_EveryClassThatMakesAProfile_IsInIt))]
        [InlineData("profile without name", Profiles, LastName, "",
            typeof(ProfileTests), nameof(ProfileTests.Catalogue_EveryClassThatMakesAProfile_IsInIt))]
        [InlineData("profile never made", Profiles, LastCase, "",
            typeof(ProfileTests), nameof(ProfileTests.Create_Name_GivesThatProfileWithEveryKeyMarkedAndSourced), "homegrid-stackd")]
        [InlineData("setting without handler", Rows, NoMoreRows, Row + "(CommandId)9999)" + Says + NoMoreRows,
            typeof(RowTests), nameof(RowTests.Row_EachOne_IsWhatTheInstrumentDoes))]
        [InlineData("setting that its handler clamps", Rows, NoMoreRows, Row + "CommandId.Soh)" + Says + NoMoreRows,
            typeof(RowTests), nameof(RowTests.Row_EachOne_IsWhatTheInstrumentDoes))]
        public void Addition_HalfMade_FailsItsTest(
            string name, string file, string original, string changed, Type tests, string test, string? argument = null)
        {
            Mutant mutant = new(name, MutantKind.WrongRule, file, original, changed, name);
            Assert.Null(MutatedCore.FindProblem(mutant));

            // Not a core that does not compile: what is said is an assertion's, or that the missing thing is not there.
            string? objection = new MutatedCore(mutant).RunTest(tests, test, argument is null ? [] : [argument]);
            Assert.Matches("^(Assert|Object reference not set)", objection);
        }

        [Fact]
        public void Core_AsItIs_PassesThere()
        {
            MutatedCore copy = new(null);
            Assert.Null(copy.RunTest(typeof(FrameTableTests), nameof(FrameTableTests.Table_EveryFrame_IsSentInSomeDialectAndListedOnce)));
            Assert.Null(copy.RunTest(typeof(ProfileTests), nameof(ProfileTests.Catalogue_EveryClassThatMakesAProfile_IsInIt)));
        }
    }
}
