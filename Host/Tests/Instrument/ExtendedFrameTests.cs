using System;
using System.IO;
using System.Linq;
using System.Reflection;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>A frame with a 29-bit identifier, in the instrument: 0x379 is given one in a copy of the core.</summary>
    public class ExtendedFrameTests
    {
        private const string File = "Bms/Protocol/Frames/CapacityFrame.cs";

        [Fact]
        public void ExtendedFrame_InEveryCommand_IsNamedByEightDigits()
        {
            string[] answers = Run(
                "FRAM1806E5F4:SENT?",
                "FRAM1806e5f4:BYT?",
                "FRAM1806E5F4:SIGN?",
                "FAUL:FRAM1806E5F4:BYT \"0102\"",
                "FAUL:FRAM1806E5F4:BYT?",
                "EVEN:ALL?",
                "BANK:DIAL:ORD?",
                "FRAM379:SENT?",
                "FRAM1806E5F5:SENT?",
                "BANK:DIAL:ORD #H351,#H1806E5F4",
                "BANK:DIAL:ORD?");

            Assert.InRange(int.Parse(answers[0], System.Globalization.CultureInfo.InvariantCulture), 2, 4);
            Assert.Equal("\"1806E5F4#9001000000000000\"", answers[1]);
            Assert.Equal("\"capacityAmpereHours\",400", answers[2]);
            Assert.Equal("", answers[3]);
            Assert.StartsWith("\"0102\"", answers[4], StringComparison.Ordinal);
            Assert.Contains("1806E5F4", answers[5], StringComparison.Ordinal);
            Assert.EndsWith(",#H1806E5F4", answers[6], StringComparison.Ordinal);
            Assert.StartsWith("-114,", answers[7], StringComparison.Ordinal);
            Assert.Contains("0x1806E5F5", answers[8], StringComparison.Ordinal);
            Assert.Equal(["", "#H351,#H1806E5F4", "1806E5F4#0102"], answers[9..]);
        }

        [Theory]
        [InlineData("FRAM00000351:SENT?", "0x00000351")]
        [InlineData("FRAM1FFFFFFF:SENT?", "0x1FFFFFFF")]
        [InlineData("FRAM360:SENT?", "0x360")]
        public void FrameThatIsNotSent_IsNamedWithItsDigits(string line, string named)
        {
            Assert.Contains(named, new Bench().Try(line).Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("FRAM20000000:SENT?")]
        [InlineData("FRAM0351:SENT?")]
        [InlineData("FRAM1806E5FG:SENT?")]
        public void Identifier_ThatIsNone_IsAnUndefinedHeader(string line)
        {
            Assert.StartsWith("-113,", new Bench().Try(line).Error, StringComparison.Ordinal);
        }

        private static string[] Run(params string[] lines)
        {
            string text = System.IO.File.ReadAllText(Path.Combine(SourceFile.Root, File));
            string extended = text
                .Replace("public const ushort CanId = 0x379;", "public const uint CanId = 0x1806E5F4;\npublic override bool IsExtended { get { return true; } }", StringComparison.Ordinal)
                .Replace("frame.Begin(CanId, NativeLength);", "frame.Begin(CanId, NativeLength, true, false);", StringComparison.Ordinal);
            var core = new MutatedCore(new Mutant("extended", MutantKind.WrongRule, File, text, extended, "0x379 has 29 bits"));
            Type probe = core.LoadFromAssemblyPath(typeof(ExtendedFrameProbe).Assembly.Location).GetType(typeof(ExtendedFrameProbe).FullName!, true)!;
            MethodInfo run = probe.GetMethod(nameof(ExtendedFrameProbe.Run))!;
            return ((string[])run.Invoke(null, [lines])!).ToArray();
        }
    }
}
