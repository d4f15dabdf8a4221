using System;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Slcan;
using BatterySim.Host.Can.Ports.Socketcand;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    public class PortFuzzTests
    {
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        public void Fuzz_FiftyThousandMessages_NothingBreaks(int seed)
        {
            PortFuzz.Result result = PortFuzz.Run((uint)seed, 50_000);

            Assert.Equal(50_000, result.Messages);
            Assert.InRange(result.Frames, 1000, 100_000);
            Assert.InRange(result.Malformed, 1000, 200_000);
        }

        [Fact]
        public void Slcan_AnyFrame_SurvivesWritingAndReading()
        {
            Prop.ForAll<uint, ulong, byte>((id, data, kind) =>
            {
                PortFrame frame = Frame(id, data, kind, (kind & 2) != 0);
                byte[] line = new byte[SlcanText.FrameLengthMax];
                int length = SlcanText.Write(frame, line, (kind & 4) != 0 ? 59_999 : -1);
                return SlcanText.TryParse(line.AsSpan(0, length - 1), 7, out PortFrame read) && read == frame;
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Socketcand_AnyFrame_SurvivesWritingAndReading()
        {
            Prop.ForAll<uint, ulong, byte>((id, data, kind) =>
            {
                PortFrame frame = Frame(id, data, kind, false);
                byte[] text = new byte[SocketcandText.FrameLengthMax];
                int length = SocketcandText.WriteFrame(frame, text);
                bool isFrame = SocketcandText.TryParseFrame(text.AsSpan("< frame".Length, length - "< frame >".Length), 7, out PortFrame read) && read == frame;
                length = SocketcandText.WriteSend(frame, text);
                return isFrame && SocketcandText.TryParseSend(text.AsSpan("< send".Length, length - "< send >".Length), 7, out read) && read == frame;
            }).QuickCheckThrowOnFailure();
        }

        private static PortFrame Frame(uint id, ulong data, byte kind, bool isRemote)
        {
            bool isExtended = (kind & 1) != 0;
            int length = kind % 9;
            ulong kept = isRemote || length == 0 ? 0 : data & (ulong.MaxValue >> (64 - (8 * length)));
            return new PortFrame(id & (isExtended ? 0x1FFFFFFFu : 0x7FFu), length, isExtended, isRemote, kept, 7);
        }
    }
}
