using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>Whole frames, byte for byte, from a capture and from the published tables.</summary>
    [TestClass]
    public class GoldenFrameTests
    {
        // Capture pylontech-us2000-us3000-x10.log, second sample.
        [DataRow(0x351, "1402740E740ECC01")]
        [DataRow(0x355, "0E006400")]
        [DataRow(0x356, "021300004A01")]
        [DataRow(0x359, "000000000A504E")]
        [DataRow(0x35C, "C000")]
        [DataRow(0x35E, "50594C4F4E202020")]
        public void TryEncode_TenPylontech_IsTheCapture(int id, string expected)
        {
            Assert.AreEqual(expected, Encode("pylontech", id, Reports.TenPylontech()));
        }

        // Sol-Ark CAN V1.3: eight bytes each, the rest 0; 0x379 in ampere-hours.
        [DataRow("sol-ark", 0x351, "1402740E740ECC01")]
        [DataRow("sol-ark", 0x355, "0E00640000000000")]
        [DataRow("sol-ark", 0x356, "021300004A010000")]
        [DataRow("sol-ark", 0x359, "000000000A504E00")]
        [DataRow("sol-ark", 0x35C, "C000000000000000")]
        [DataRow("sol-ark", 0x35E, "50594C4F4E202020")]
        [DataRow("sol-ark", 0x379, "E402000000000000")]
        [DataRow("sol-ark-v1.3", 0x356, "E70100004A010000")]
        [DataRow("deye", 0x35E, "4445594520202020")]
        [DataRow("pylontech-v1.3", 0x355, "0E0064007805")]
        [DataRow("pylontech-v1.3", 0x35A, "0000000000000000")]
        [DataRow("pylontech-v1.3", 0x35F, "4C490101E4020000")]
        public void TryEncode_OtherDialect_IsItsTable(string dialect, int id, string expected)
        {
            Assert.AreEqual(expected, Encode(dialect, id, Reports.TenPylontech()));
        }

        // 12.3 A charging; Deye's own packs count discharging positive.
        [DataRow("sol-ark", 12300, "02137B004A010000")]
        [DataRow("sol-ark", -12300, "021385FF4A010000")]
        [DataRow("deye", 12300, "021385FF4A010000")]
        [DataRow("deye", -12300, "02137B004A010000")]
        public void TryEncode_Current_HasTheDialectsSign(string dialect, int milliamps, string expected)
        {
            BankReport report = Reports.TenPylontech();
            report.CurrentMilliamps = milliamps;

            Assert.AreEqual(expected, Encode(dialect, 0x356, report));
        }

        [TestMethod]
        public void TryEncode_NegativeLimits_AreClampedToTheirFieldsOnly()
        {
            BankReport report = Reports.TenPylontech();
            report.ChargeVoltageLimitMillivolts = -53200;
            report.ChargeCurrentLimitMilliamps = -1;
            report.DischargeCurrentLimitMilliamps = -370000;
            report.DischargeVoltageLimitMillivolts = -1;

            Assert.AreEqual("000000008CF10000", Encode("sol-ark", 0x351, report));
        }

        // Pylontech LV V1.2, 0x35C byte 0.
        [DataRow(true, false, false, false, false, "8000")]
        [DataRow(false, true, false, false, false, "4000")]
        [DataRow(false, false, true, false, false, "2000")]
        [DataRow(false, false, false, true, false, "1000")]
        [DataRow(false, false, false, false, true, "0800")]
        [DataRow(false, false, false, false, false, "0000")]
        public void TryEncode_OneRequest_SetsItsBitAlone(bool charge, bool discharge, bool bit5, bool bit4, bool full, string expected)
        {
            BankReport report = Reports.TenPylontech();
            report.ChargeEnabled = charge;
            report.DischargeEnabled = discharge;
            report.ForceChargeBit5 = bit5;
            report.ForceChargeBit4 = bit4;
            report.FullChargeRequested = full;

            Assert.AreEqual(expected, Encode("pylontech", 0x35C, report));
        }

        [DataRow("LONGER THAN 8", "4C4F4E4745522054")]
        [DataRow("", "2020202020202020")]
        [DataRow("A\u00e9\tB", "413F3F4220202020")]
        public void TryEncode_AwkwardName_IsCutPaddedAndMadeAscii(string name, string expected)
        {
            BankReport report = Reports.TenPylontech();
            report.ManufacturerName = name;

            Assert.AreEqual(expected, Encode("sol-ark", 0x35E, report));
        }

        [DataRow(0x351)]
        [DataRow(0x355)]
        [DataRow(0x356)]
        [DataRow(0x359)]
        [DataRow(0x35A)]
        [DataRow(0x35C)]
        [DataRow(0x35F)]
        [DataRow(0x379)]
        public void TryEncode_NothingKnownYet_IsWithheld(int id)
        {
            CanFrame frame = new CanFrame();

            Assert.IsFalse(FrameTable.Find((uint)id).TryEncode(new BankReport(), Dialects.Create("sol-ark"), frame));
        }

        private static string Encode(string dialect, int id, BankReport report)
        {
            CanFrame frame = new CanFrame();
            Assert.IsTrue(FrameTable.Find((uint)id).TryEncode(report, Dialects.Create(dialect), frame));
            Assert.AreEqual((uint)id, frame.Id);
            return Hex.Of(frame);
        }
    }
}
