using System;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>
    /// Bytes typed from the papers' tables and from captures, held against the encoder and the decoder, which know nothing of each other.
    /// </summary>
    public class GoldenFrameTests
    {
        // mV, mA, mA, mV; volts and amps as the decoder prints them; data; origin.
        [Theory]
        [InlineData(53200, 370000, 370000, 46000, "53.2 370.0 370.0 46.0", "1402740E740ECC01")] // capture pylontech-us2000-us3000-x10.log
        [InlineData(58400, 200000, 200000, 44800, "58.4 200.0 200.0 44.8", "4802D007D007C001")] // capture eco-worthy-cubix-pylon.log
        [InlineData(58400, 0, 230000, 48000, "58.4 0.0 230.0 48.0", "48020000FC08E001")]         // capture deye-se-f12c-native.log
        [InlineData(56800, 100000, 100000, 45500, "56.8 100.0 100.0 45.5", "3802E803E803C701")] // capture pytes-v5a-victron.log
        public void Limits_FromCaptures_EncodeAndDecode(int cvl, int ccl, int dcl, int dvl, string values, string data)
        {
            var bank = new BankReport
            {
                ChargeVoltageLimitMillivolts = cvl,
                ChargeCurrentLimitMilliamps = ccl,
                DischargeCurrentLimitMilliamps = dcl,
                DischargeVoltageLimitMillivolts = dvl,
            };

            Assert.Equal(data, Encoded("sol-ark", LimitsFrame.CanId, bank));
            Assert.Equal(values, ValuesOf("sol-ark", "351#" + data));
        }

        // Sol-Ark CAN V1.3 and Pylontech V1.2, 0x355: SOC and SOH in 1 %, two bytes each; V1.3 senders add SOC in 0.01 %.
        [Theory]
        [InlineData("sol-ark", 260, 1000, "26 100", "1A00640000000000")]
        [InlineData("pylontech", 260, 1000, "26 100", "1A006400")]             // capture pylontech-us2000-us3000-x10.log
        [InlineData("pylontech", 140, 1000, "14 100", "0E006400")]             // the same, second sample
        [InlineData("pylontech-v1.3", 860, 1000, "86 100 86.00", "560064009821")] // capture eco-worthy-victron-profile-vectors.log, unpadded
        [InlineData("sol-ark", 999, 999, "99 99", "6300630000000000")]         // rounded down: only full is 100
        public void State_FromTables_EncodesAndDecodes(string dialect, int socPermille, int sohPermille, string values, string data)
        {
            var bank = new BankReport { SocPermille = socPermille, SohPermille = sohPermille };

            Assert.Equal(data, Encoded(dialect, StateFrame.CanId, bank));
            Assert.Equal(values, ValuesOf(dialect, "355#" + data));
        }

        // Pylontech V1.2, 0x356: 0.01 V, 0.1 A, 0.1 degree C, all signed. Sol-Ark CAN V1.3 prints 0.1 V. Deye counts discharging positive.
        [Theory]
        [InlineData("pylontech", 49380, 77000, 330, "49.38 77.0 33.0", "4A1302034A01")]
        [InlineData("sol-ark", 52620, -700, 180, "52.62 -0.7 18.0", "8E14F9FFB4000000")]          // capture pytes-v5a-victron.log, padded
        [InlineData("sol-ark-v1.3", 52200, -23900, 190, "52.2 -23.9 19.0", "0A0211FFBE000000")]   // capture discover-aes-lynk2-serial-can.log
        [InlineData("deye", 53600, 9200, 240, "53.60 9.2 24.0", "F014A4FFF0000000")]              // capture deye-se-f12c-native-charging.log
        [InlineData("pylontech", 52000, 0, -50, "52.00 0.0 -5.0", "50140000CEFF")]
        public void Measurements_FromTables_EncodeAndDecode(
            string dialect, int millivolts, int milliamps, int decidegrees, string values, string data)
        {
            var bank = new BankReport { VoltageMillivolts = millivolts, CurrentMilliamps = milliamps, TemperatureDecidegrees = decidegrees };

            Assert.Equal(data, Encoded(dialect, MeasurementsFrame.CanId, bank));
            Assert.Equal(values, ValuesOf(dialect, "356#" + data));
        }

        // Pylontech V1.2 (2018-04-08) and Sol-Ark CAN V1.3 (2023-01-20), 0x359: every bit alone, typed from the table of the two papers.
        [Theory]
        [InlineData(BmsFlags.DischargeOverCurrent, 0, 7, "dischargeOverCurrentProtection", "dischargeHighCurrentAlarm")]
        [InlineData(BmsFlags.UnderTemperature, 0, 4, "underTemperatureProtection", "lowTemperatureAlarm")]
        [InlineData(BmsFlags.OverTemperature, 0, 3, "overTemperatureProtection", "highTemperatureAlarm")]
        [InlineData(BmsFlags.UnderVoltage, 0, 2, "underVoltageProtection", "lowVoltageAlarm")]
        [InlineData(BmsFlags.OverVoltage, 0, 1, "overVoltageProtection", "highVoltageAlarm")]
        [InlineData(BmsFlags.System, 1, 3, "systemErrorProtection", "internalCommunicationAlarm")]
        [InlineData(BmsFlags.ChargeOverCurrent, 1, 0, "chargeOverCurrentProtection", "chargeHighCurrentAlarm")]
        public void Alarms_EachBitAlone_EncodesAndDecodes(int flag, int atByte, int bit, string protection, string alarm)
        {
            string protectionData = DataWithBit("000000000A504E", atByte, bit);
            string alarmData = DataWithBit("000000000A504E", atByte + 2, bit);

            Assert.Equal(protectionData, Encoded("pylontech", AlarmsFrame.CanId, new BankReport { ModulesOnline = 10, Protections = flag }));
            Assert.Equal(alarmData, Encoded("pylontech", AlarmsFrame.CanId, new BankReport { ModulesOnline = 10, Alarms = flag }));
            Assert.Equal([protection], SetFlags("pylontech", "359#" + protectionData));
            Assert.Equal([alarm], SetFlags("pylontech", "359#" + alarmData));
        }

        // Bits 0, 5 and 6 of bytes 0 and 2, and 1, 2, 4 to 7 of bytes 1 and 3, have no meaning in either paper.
        [Fact]
        public void Alarms_BitsThatNoPaperExplains_AreNeverSentAndAreShownAsUnexplained()
        {
            string everything = Encoded("pylontech", AlarmsFrame.CanId, new BankReport { ModulesOnline = 10, Protections = -1, Alarms = -1 });
            DecodedFrame decoded = new FrameDecoder("pylontech").Decode(Captures.Frame("359#FFFFFFFF0A504E"));

            Assert.Equal("9E099E090A504E", everything);
            Assert.Equal("61F661F6000000", decoded.Find("unexplainedBitsHex")!.Text);
        }

        [Theory]
        [InlineData(10, "000000000A504E", "pylontech")] // capture pylontech-us2000-us3000-x10.log
        [InlineData(2, "0000000002504E00", "sol-ark")]   // capture eco-worthy-cubix-pylon.log
        [InlineData(255, "00000000FF504E00", "deye")]
        public void Alarms_ModuleCount_EncodesAndDecodes(int modules, string data, string dialect)
        {
            Assert.Equal(data, Encoded(dialect, AlarmsFrame.CanId, new BankReport { ModulesOnline = modules }));
            Assert.Equal(modules, new FrameDecoder(dialect).Decode(Captures.Frame("359#" + data)).Find("modulesOnline")!.Value);
        }

        // Pylontech V1.2, 0x35C, byte 0: charge enable 7, discharge enable 6, request force charge I 5, II 4, request full charge 3.
        [Theory]
        [InlineData("chargeEnable", "8000")]
        [InlineData("dischargeEnable", "4000")]
        [InlineData("forceChargeBit5", "2000")]
        [InlineData("forceChargeBit4", "1000")]
        [InlineData("fullChargeRequest", "0800")]
        public void Requests_EachBitAlone_EncodesAndDecodes(string signal, string data)
        {
            var bank = new BankReport
            {
                ChargeCurrentLimitMilliamps = 0,
                DischargeCurrentLimitMilliamps = 0,
                ChargeEnabled = signal == "chargeEnable",
                DischargeEnabled = signal == "dischargeEnable",
                ForceChargeBit5 = signal == "forceChargeBit5",
                ForceChargeBit4 = signal == "forceChargeBit4",
                FullChargeRequested = signal == "fullChargeRequest",
            };

            Assert.Equal(data, Encoded("pylontech", RequestsFrame.CanId, bank));
            Assert.Equal(data + "000000000000", Encoded("sol-ark", RequestsFrame.CanId, bank));
            Assert.Equal([signal], SetFlags("pylontech", "35C#" + data));
        }

        [Theory]
        [InlineData("35C#0700", "0700")] // bits 2 to 0: nothing in either paper
        [InlineData("35C#00FF", "00FF")]
        public void Requests_BitsThatNoPaperExplains_AreShownAsUnexplained(string frame, string bits)
        {
            Assert.Equal(bits, new FrameDecoder("pylontech").Decode(Captures.Frame(frame)).Find("unexplainedBitsHex")!.Text);
        }

        [Theory]
        [InlineData("PYLON", "50594C4F4E202020", "PYLON")]         // Pylontech V1.2, every genuine capture
        [InlineData("DEYE", "4445594520202020", "DEYE")]           // Deye LV V1.2
        [InlineData("ABCDEFGHIJ", "4142434445464748", "ABCDEFGH")] // eight characters and no more
        [InlineData("Gr\u00fcn", "47723F6E20202020", "Gr?n")]
        public void Name_OfAnyKind_IsEightAsciiCharacters(string name, string data, string read)
        {
            Assert.Equal(data, Encoded("sol-ark", NameFrame.CanId, new BankReport { ManufacturerName = name }));
            Assert.Equal(read, new FrameDecoder("sol-ark").Decode(Captures.Frame("35E#" + data)).Find("manufacturerName")!.Text);
        }

        // Sol-Ark CAN V1.3, 0x379, and capture eco-worthy-cubix-pylon.log: two batteries of 100 Ah.
        [Fact]
        public void Capacity_TwoHundredAmpereHours_EncodesAndDecodes()
        {
            Assert.Equal("C800000000000000", Encoded("sol-ark", CapacityFrame.CanId, new BankReport { CapacityMilliampereHours = 200_000 }));
            Assert.Equal("200", ValuesOf("sol-ark", "379#C800000000000000"));
        }

        // AndreasBoehm/PytesCANProtocol, 0x35A: 01 in the pair that it names; zeros elsewhere, as genuine Pylontech packs send them.
        [Theory]
        [InlineData(BmsFlags.OverVoltage, 0, 2, "highVoltage")]
        [InlineData(BmsFlags.UnderVoltage, 0, 4, "lowVoltage")]
        [InlineData(BmsFlags.OverTemperature, 0, 6, "highTemperature")]
        [InlineData(BmsFlags.UnderTemperature, 1, 0, "lowTemperature")]
        [InlineData(BmsFlags.DischargeOverCurrent, 1, 6, "highDischargeCurrent")]
        [InlineData(BmsFlags.ChargeOverCurrent, 2, 0, "highChargeCurrent")]
        [InlineData(BmsFlags.System, 2, 6, "internalFailure")]
        public void VictronAlarms_EachConditionAlone_EncodesAndDecodes(int flag, int atByte, int lowBit, string condition)
        {
            byte[] alarm = new byte[8];
            alarm[atByte] = (byte)(1 << lowBit);
            byte[] warning = new byte[8];
            warning[atByte + 4] = (byte)(1 << lowBit);

            var tripped = new BankReport { ModulesOnline = 1, Protections = flag };
            var warned = new BankReport { ModulesOnline = 1, Alarms = flag };
            Assert.Equal(Convert.ToHexString(alarm), Encoded("pylontech-v1.3", VictronAlarmsFrame.CanId, tripped));
            Assert.Equal(Convert.ToHexString(warning), Encoded("pylontech-v1.3", VictronAlarmsFrame.CanId, warned));
            Assert.Equal([condition + "Alarm"], Raised("35A#" + Convert.ToHexString(alarm)));
            Assert.Equal([condition + "Warning"], Raised("35A#" + Convert.ToHexString(warning)));
        }

        // Pylontech HV CAN V1.18, the example of its paper's 0x4210 and the Growatt capture.
        [Theory]
        [InlineData("00004210#3F08307592041864", "211.1 0.0 17.0 24 100")]
        [InlineData("00004220#2D09000724772477", "234.9 179.2 50.0 50.0")]
        public void HighVoltage_FromThePaper_Decodes(string frame, string values)
        {
            Assert.Equal(values, ValuesOf("high-voltage", frame));
        }

        // Deye V3.3: tables 1 to 7, bit 0 and bit 7 of each.
        [Theory]
        [InlineData("359#0100000000000000", "cellOverVoltageFault")]
        [InlineData("359#8000000000000000", "chargeUnderTemperatureFault")]
        [InlineData("359#0001000000000000", "dischargeOverTemperatureFault")]
        [InlineData("359#0080000000000000", "afeDischargeOverCurrent2Fault")]
        [InlineData("359#0000010000000000", "afeUnderVoltageFault")]
        [InlineData("359#0000800000000000", "afeShortCircuitLatchFault")]
        [InlineData("359#0000000100000000", "afeCommunicationFault")]
        [InlineData("359#0000008000000000", "masterAddressRepeatedFault")]
        [InlineData("359#0000000001000000", "cellHighVoltageAlarm")]
        [InlineData("359#0000000080000000", "chargeLowTemperatureAlarm")]
        [InlineData("359#0000000000010000", "dischargeHighTemperatureAlarm")]
        [InlineData("359#0000000000800000", "heaterAlarm")]
        [InlineData("359#0000000000000100", "connectorHighTemperatureFault")]
        [InlineData("359#0000000000008000", "chargeVoltageLowFault")]
        [InlineData("11F#0000000000000010", "chargeMosClosed")]
        [InlineData("35C#0100000000000000", "heatRequest")]
        public void DeyeOwn_EachEndOfATable_Decodes(string frame, string flag)
        {
            Assert.Equal([flag], SetFlags("deye-v3.3", frame));
        }

        private static string Encoded(string dialect, uint id, BankReport bank)
        {
            DialectSettings settings = Dialects.Create(dialect);
            settings.ManufacturerName = "";
            var frame = new CanFrame();
            Assert.True(FrameTable.Find(id).TryEncode(bank, settings, frame));
            Assert.Equal(id, frame.Id);
            return Captures.Hex(frame);
        }

        private static string ValuesOf(string dialect, string frame)
        {
            return string.Join(' ', new FrameDecoder(dialect).Decode(Captures.Frame(frame)).Signals);
        }

        private static string[] SetFlags(string dialect, string frame)
        {
            return [.. new FrameDecoder(dialect).Decode(Captures.Frame(frame)).Signals.Where(signal => signal.IsSet).Select(signal => signal.Name)];
        }

        private static string[] Raised(string frame)
        {
            DecodedSignal[] signals = [.. new FrameDecoder("victron").Decode(Captures.Frame(frame)).Signals];
            return [.. signals.Where(signal => signal.ValueName == "raised").Select(signal => signal.Name)];
        }

        private static string DataWithBit(string data, int atByte, int bit)
        {
            byte[] bytes = Convert.FromHexString(data);
            bytes[atByte] |= (byte)(1 << bit);
            return Convert.ToHexString(bytes);
        }
    }
}
