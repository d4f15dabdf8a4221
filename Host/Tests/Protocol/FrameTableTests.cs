using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>Frame definitions and message catalogue are two statements of one protocol: neither may say what the other does not.</summary>
    public class FrameTableTests
    {
        public static TheoryData<string> DialectNames => [.. Dialects.Names];

        [Theory]
        [MemberData(nameof(DialectNames))]
        public void Dialect_FramesAndCatalogue_AgreeBothWays(string name)
        {
            DialectSettings settings = Dialects.Create(name);

            Assert.Empty(ProtocolAgreement.Compare(settings, settings.Order, DecodeDialects.Find(name)!.Messages));
        }

        [Fact]
        public void Table_EveryFrame_IsSentInSomeDialectAndListedOnce()
        {
            FrameDefinition[] all = [.. Enumerable.Range(0, FrameTable.Count).Select(FrameTable.At)];

            Assert.Equal(all.Length, all.Select(frame => (frame.Id, frame.IsExtended)).Distinct().Count());
            Assert.All(all, frame => Assert.Same(frame, FrameTable.Find(frame.Id, frame.IsExtended)));
            Assert.Empty(all.Except(Dialects.Names.SelectMany(name => Dialects.Create(name).Order)));
            Assert.Null(FrameTable.Find(InverterReplyFrame.CanId));
            Assert.Null(FrameTable.Find(LimitsFrame.CanId, true));
        }

        [Fact]
        public void Table_EveryClassThatDefinesAFrame_IsInIt()
        {
            IEnumerable<System.Type> classes = typeof(FrameDefinition).Assembly.GetTypes()
                .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(FrameDefinition)));

            Assert.Equal(
                classes.Select(static type => type.Name).Order(System.StringComparer.Ordinal),
                Enumerable.Range(0, FrameTable.Count).Select(index => FrameTable.At(index).GetType().Name).Order(System.StringComparer.Ordinal));
        }

        [Fact]
        public void Definition_WithoutMessage_IsFound()
        {
            DialectSettings settings = Dialects.Create("sol-ark");

            IReadOnlyList<string> problems = ProtocolAgreement.Compare(
                settings, [.. settings.Order, new SpareFrame("socPercent", 0)], DecodeDialects.Find("sol-ark")!.Messages);

            Assert.Equal(["frame 0x360 Spare is in no message of the catalogue"], problems);
        }

        [Fact]
        public void Message_WithoutDefinition_IsFound()
        {
            DialectSettings settings = Dialects.Create("sol-ark");

            IReadOnlyList<string> problems = ProtocolAgreement.Compare(
                settings, settings.Order, [.. DecodeDialects.Find("sol-ark")!.Messages, SpareMessage("socPercent", 0)]);

            Assert.Equal(["message 0x360 Spare has no frame definition"], problems);
        }

        [Theory]
        [InlineData("socPercent", 0, 0)]
        [InlineData("sohPercent", 0, 2)]
        [InlineData("socPercent", 1, 1)]
        public void DefinitionAndMessage_OnBothSides_AgreeOnlyWhenNameAndPlaceDo(string name, int atByte, int problemCount)
        {
            DialectSettings settings = Dialects.Create("sol-ark");

            IReadOnlyList<string> problems = ProtocolAgreement.Compare(
                settings,
                [.. settings.Order, new SpareFrame("socPercent", 0)],
                [.. DecodeDialects.Find("sol-ark")!.Messages, SpareMessage(name, atByte)]);

            Assert.Equal(problemCount, problems.Count);
        }

        private static MessageDefinition SpareMessage(string signal, int atByte)
        {
            return new MessageDefinition
            {
                Id = SpareFrame.CanId,
                Name = "Spare",
                Length = 8,
                Signals = [new SignalDefinition { Name = signal, StartBit = atByte * 8, BitLength = 16 }],
            };
        }

        // A tenth frame, to see that half of one is noticed.
        private sealed class SpareFrame(string signal, int atByte) : FrameDefinition
        {
            public const uint CanId = 0x360;

            public override uint Id => CanId;

            public override string Name => "Spare";

            public override int NativeLengthIn(DialectSettings dialect) => 8;

            public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
            {
                frame.Begin(CanId, NativeLengthIn(dialect));
                frame.PutU16(atByte, bank.SocPermille / 10);
                return true;
            }

            public override void Describe(DialectSettings dialect, SignalVisitor visitor)
            {
                visitor.OnNumber(signal, atByte * 8, 16, false, 0, false);
            }
        }
    }
}
