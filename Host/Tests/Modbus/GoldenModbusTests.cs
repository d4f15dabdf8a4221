using System;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Wire;
using BatterySim.Host.Tests.Snapshots;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>Frames and meanings that were published, byte for byte.</summary>
    public class GoldenModbusTests
    {
        [Theory]
        [InlineData("01 03 00 B6 00 0A 24 2B", "01 03 14 04 E2 14 51 00 19 01 71 00 00 00 00 00 00 00 00 01 DA 03 91 31 D9")]
        [InlineData("01 03 00 67 00 05 34 16", "01 03 0A 00 00 00 00 00 00 00 00 01 00 25 26")]
        [InlineData("01 03 00 3B 00 01 F5 C7", "01 03 02 00 02 39 85")]
        [InlineData("01 03 00 C9 00 04 94 37", "01 03 08 15 E0 15 E0 15 E0 01 68 33 BD")]
        public void Unit_WithTheRegistersOfAReal8K_AnswersThePublishedFrames(string request, string reply)
        {
            Assert.Equal(reply, AnswerRtu(SolArk8KDump.Words, request));
        }

        [Fact]
        public void Unit_WithTheLastSample_AnswersThePublishedFrame()
        {
            Assert.Equal(
                "01 03 14 04 E2 14 43 00 16 01 BD 00 00 00 00 00 00 00 00 02 29 04 2B B1 41",
                AnswerRtu(SolArk8KDump.LastWords, "01 03 00 B6 00 0A 24 2B"));
        }

        [Fact]
        public void Unit_DocumentExample_AnswersAsInV14()
        {
            ushort[] words = new ushort[200];
            words[107] = 0x022B;
            words[109] = 0x0064;

            Assert.Equal("01 03 06 02 2B 00 00 00 64 05 7A", AnswerRtu(words, "01 03 00 6B 00 03 74 17"));
        }

        [Theory]
        [InlineData(1, 183, 1, "01 03 00 B7 00 01 34 2C")]
        [InlineData(2, 183, 1, "02 03 00 B7 00 01 34 1F")]
        [InlineData(1, 182, 10, "01 03 00 B6 00 0A 24 2B")]
        public void Request_Read_IsThePublishedFrame(int unit, int address, int count, string frame)
        {
            Assert.Equal(frame, Hex(ModbusRequest.Read((byte)unit, (ushort)address, (ushort)count).ToRtu()));
        }

        [Fact]
        public void Request_ReadOverTcp_IsThePublishedFrame()
        {
            Assert.Equal("00 01 00 00 00 06 02 03 00 B7 00 01", Hex(ModbusRequest.Read(2, 183, 1).ToTcp(1)));
        }

        [Fact]
        public void Request_Write_IsTheFrameThatA15KTook()
        {
            Assert.Equal("01 10 00 FA 00 01 02 00 1E 32 02", Hex(ModbusRequest.Write(1, 250, 30).ToRtu()));
        }

        [Theory]
        [InlineData("01 03 02 15 FD 77 55", 1, 5629)]
        [InlineData("02 03 02 15 55 32 EB", 2, 5461)]
        public void Reply_Published_IsRead(string frame, int unit, int value)
        {
            byte[] bytes = Bytes(frame);
            ReplyStatus status = RtuReplies.Find(bytes, ModbusRequest.Read((byte)unit, 183, 1), out ReadOnlySpan<byte> body, out _);

            Assert.Equal(ReplyStatus.Complete, status);
            Assert.Equal(value, (body[3] << 8) | body[4]);
        }

        [Theory]
        [InlineData(182, "25.0 C")]
        [InlineData(183, "52.01 V")]
        [InlineData(184, "25 %")]
        [InlineData(190, "474 W")]
        [InlineData(191, "9.13 A")]
        [InlineData(175, "369 W")]
        [InlineData(178, "369 W")]
        [InlineData(91, "30.8 C")]
        [InlineData(96, "8328.0 kWh")]
        [InlineData(16, "8000.0 W")]
        [InlineData(72, "4631.9 kWh")]
        [InlineData(192, "60.00 Hz")]
        [InlineData(59, "2")]
        [InlineData(194, "0")]
        [InlineData(11, "0717")]
        [InlineData(13, "5211")]
        [InlineData(14, "1430")]
        [InlineData(22, "25/11")]
        [InlineData(23, "18/6")]
        [InlineData(24, "19/1")]
        [InlineData(217, "20 %")]
        [InlineData(230, "100 A")]
        public void Map_RegistersOfAReal8K_HaveTheListedMeaning(int address, string meaning)
        {
            ushort[] words = SolArk8KDump.Words;
            RegisterRow row = SolArkRegisters.Find(address)!;

            Assert.Equal(meaning, row.Format(row.Decode(place => words[place])));
        }

        [Fact]
        public void Map_RegistersOfAReal8K_PowerIsVoltageTimesCurrentDischargingPositive()
        {
            foreach (ushort[] words in new[] { SolArk8KDump.Words, SolArk8KDump.LastWords })
            {
                long Of(int address) => SolArkRegisters.Find(address)!.Decode(place => words[place]);
                Assert.InRange(Of(183) * Of(191) / 1_000_000.0, (Of(190) / 1000.0) - 1, (Of(190) / 1000.0) + 1);
                Assert.True(Of(191) > 0 && SolArkRegisters.Find(191)!.IsInverted);
            }
        }

        [Theory]
        [InlineData(438, "-56.2 C")]
        [InlineData(1000, "0.0 C")]
        [InlineData(1505, "50.5 C")]
        [InlineData(1200, "20.0 C")]
        public void Map_Temperature_IsThatOfTheDocument(int counts, string meaning)
        {
            RegisterRow row = SolArkRegisters.Find(182)!;

            Assert.Equal(meaning, row.Format(row.Decode(_ => (ushort)counts)));
        }

        [Fact]
        public void Map_Firmware_IsWrittenAsOnTheScreenOfA15K()
        {
            Assert.Equal(
                "M 7.2.2.2 / S 1.7.2.6 / C 1.4.3.F",
                SolArkRegisters.Firmware(static address => address switch { 13 => 0x7222, 11 => 0x1726, 14 => 0x143F, _ => 0 }));
        }

        [Fact]
        public void FaultBits_F58_IsBit57UnderBothNames()
        {
            ulong bits = SolArkFaultBits.Bits(static address => address == 106 ? (ushort)0x0200 : (ushort)0);

            Assert.Equal(1UL << 57, bits);
            Assert.Equal("F58 (bit 57: AC_U_GridCurr_High_Fault / BMS_Communication_Fault)", SolArkFaultBits.Describe(bits));
            Assert.Equal("F33 (bit 32: AC_OverCurr_Fault), F50 (bit 49, undocumented)", SolArkFaultBits.Describe((1UL << 32) | (1UL << 49)));
            Assert.Equal("none", SolArkFaultBits.Describe(SolArkFaultBits.WithoutNotifications(1UL << 12)));
        }

        [Fact]
        public void FaultBits_TheWholeTable_HasTheRegistersAndMasksOfTheDocument()
        {
            (int Code, int Address, int Mask)[] published =
            [
                (1, 103, 0x0001), (8, 103, 0x0080), (13, 103, 0x1000), (16, 103, 0x8000), (18, 104, 0x0002), (25, 104, 0x0100), (31, 104, 0x4000),
                (33, 105, 0x0001), (40, 105, 0x0080), (48, 105, 0x8000), (55, 106, 0x0040), (56, 106, 0x0080), (58, 106, 0x0200), (64, 106, 0x8000),
            ];
            foreach ((int code, int address, int mask) in published)
            {
                FaultBit row = SolArkFaultBits.Rows.Single(bit => bit.Code == code);
                Assert.Equal((address, mask), (row.Address, row.Mask));
            }
        }

        [Fact]
        public void Map_Rows_DoNotOverlapAndRoundTrip()
        {
            var owners = new System.Collections.Generic.HashSet<int>();
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                Assert.True(owners.Add(row.Address), $"register {row.Address} is in two rows");
                Assert.True(row.Span == 1 || owners.Add(row.Address + row.Span - 1), $"register {row.Address + row.Span - 1} is in two rows");
                foreach (long counts in new long[] { 0, 1, 1000, 12_345 })
                {
                    ushort[] words = new ushort[SolArkRegisters.Count];
                    long value = row.IsQuantity ? (counts - row.Offset) * row.ThousandthsPerCount : counts;
                    row.Encode(value, words);
                    Assert.Equal(value, row.Decode(place => words[place]));
                }
            }
        }

        [Fact]
        public void Manual_Modbus_IsPrintedFromTheMap()
        {
            PrintedPage.Check("modbus.md", ModbusManual.Mark, ModbusManual.Print());
        }

        private static string AnswerRtu(ushort[] words, string request)
        {
            int used = RtuRequests.Take(Bytes(request), out ReadOnlySpan<byte> body);
            Assert.Equal(8, used);
            byte[]? reply = SolArk8KDump.Unit(words).Answer(body);
            return reply == null ? "" : Hex(ModbusCrc.Append(reply));
        }

        private static byte[] Bytes(string hex) =>
            [.. hex.Split(' ').Select(part => byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

        private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace('-', ' ');
    }
}
