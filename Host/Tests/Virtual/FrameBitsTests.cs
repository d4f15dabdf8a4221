using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Virtual
{
    public class FrameBitsTests
    {
        // Figures computed outside this project, with can-utils' exact calculator as cross-check: 0x305, and a set of
        // 56.0/48.0 V, 160 A, 53.20 V, -12.3 A, 25.1 degC, 16 modules, "PYLON   ", 1600 Ah. 0x355 is left out: its SOH is not given.
        [Theory]
        [InlineData(0x305, "0000000000000000", 125)]
        [InlineData(0x351, "300240064006E001", 121)]
        [InlineData(0x356, "C81485FFFB000000", 119)]
        [InlineData(0x359, "0000000010504E00", 123)]
        [InlineData(0x35C, "C000000000000000", 125)]
        [InlineData(0x35E, "50594C4F4E202020", 115)]
        [InlineData(0x379, "4006000000000000", 123)]
        public void Count_PublishedFrame_IsThePublishedNumber(uint id, string hex, int bits)
        {
            Assert.Equal(bits, FrameBits.Count(Frames.Data(id, hex)));
        }

        [Fact]
        public void Count_AnyFrame_IsThatOfTheStandardsOwnBitByBitRule()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<(uint, bool, bool, int, ulong)>(), wanted =>
            {
                CanFrame frame = FrameOf(wanted);
                return FrameBits.Count(frame) == CountBitByBit(frame);
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Count_StandardFrameOfEightBytes_LiesFrom111To135()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<(uint, ulong)>(), wanted =>
            {
                CanFrame frame = FrameOf((wanted.Item1, false, false, 8, wanted.Item2));
                return FrameBits.Count(frame) is >= 111 and <= 135;
            }).QuickCheckThrowOnFailure();
        }

        private static CanFrame FrameOf((uint Id, bool IsExtended, bool IsRemote, int Length, ulong Data) wanted)
        {
            var frame = new CanFrame();
            frame.Begin(wanted.Id * 2654435761u, wanted.Length & 15, wanted.IsExtended, wanted.IsRemote);
            for (int index = 0; index < frame.Length && !wanted.IsRemote; index++)
            {
                frame.Data[index] = (byte)(wanted.Data >> (8 * index));
            }

            return frame;
        }

        // ISO 11898-1, 10.4: fields in order, CRC over all of them from start of frame on, stuffing up to the end of the CRC.
        private static int CountBitByBit(CanFrame frame)
        {
            var bits = new List<int> { 0 };
            if (frame.IsExtended)
            {
                Put(bits, frame.Id >> 18, 11);
                bits.AddRange([1, 1]);
                Put(bits, frame.Id, 18);
                bits.AddRange([frame.IsRemote ? 1 : 0, 0, 0]);
            }
            else
            {
                Put(bits, frame.Id, 11);
                bits.AddRange([frame.IsRemote ? 1 : 0, 0, 0]);
            }

            Put(bits, (uint)frame.Length, 4);
            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                Put(bits, frame.Data[index], 8);
            }

            int crc = 0;
            foreach (int bit in bits)
            {
                bool invert = bit != ((crc >> 14) & 1);
                crc = (crc << 1) & 0x7FFF;
                crc ^= invert ? 0x4599 : 0;
            }

            Put(bits, (uint)crc, 15);
            int sent = 0;
            int last = -1;
            int row = 0;
            foreach (int bit in bits)
            {
                sent++;
                row = bit == last ? row + 1 : 1;
                last = bit;
                if (row == 5)
                {
                    sent++;
                    last = 1 - bit;
                    row = 1;
                }
            }

            return sent + 1 + 1 + 1 + 7 + 3;
        }

        private static void Put(List<int> bits, uint value, int count)
        {
            for (int bit = count - 1; bit >= 0; bit--)
            {
                bits.Add((int)(value >> bit) & 1);
            }
        }
    }
}
