using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>Each bit of the alarm frames alone, from the tables of Pylontech LV V1.2, Sol-Ark CAN V1.3 and Victron's 0x35A.</summary>
    [TestClass]
    public class AlarmFrameTests
    {
        [DataRow(BmsFlags.OverVoltage, "02", "00")]
        [DataRow(BmsFlags.UnderVoltage, "04", "00")]
        [DataRow(BmsFlags.OverTemperature, "08", "00")]
        [DataRow(BmsFlags.UnderTemperature, "10", "00")]
        [DataRow(BmsFlags.DischargeOverCurrent, "80", "00")]
        [DataRow(BmsFlags.ChargeOverCurrent, "00", "01")]
        [DataRow(BmsFlags.System, "00", "08")]
        public void Alarms_OneFlag_SetsItsBitAlone(int flag, string first, string second)
        {
            BankReport report = Reports.TenPylontech();
            report.Protections = flag;
            Assert.AreEqual(first + second + "00000A504E", Encode("pylontech", 0x359, report));

            report.Protections = 0;
            report.Alarms = flag;
            Assert.AreEqual("0000" + first + second + "0A504E", Encode("pylontech", 0x359, report));
        }

        // Two bits each: 01 is raised; 00, not watched, is what genuine packs send for everything that is well.
        [DataRow(BmsFlags.OverVoltage, "040000")]
        [DataRow(BmsFlags.UnderVoltage, "100000")]
        [DataRow(BmsFlags.OverTemperature, "400000")]
        [DataRow(BmsFlags.UnderTemperature, "000100")]
        [DataRow(BmsFlags.DischargeOverCurrent, "004000")]
        [DataRow(BmsFlags.ChargeOverCurrent, "000001")]
        [DataRow(BmsFlags.System, "000040")]
        public void VictronAlarms_OneFlag_TurnsItsPairAlone(int flag, string raised)
        {
            BankReport report = Reports.TenPylontech();
            report.Protections = flag;
            Assert.AreEqual(raised + "0000000000", Encode("pylontech-v1.3", 0x35A, report));

            report.Protections = 0;
            report.Alarms = flag;
            Assert.AreEqual("00000000" + raised + "00", Encode("pylontech-v1.3", 0x35A, report));
        }

        [DataRow(1, "00000000" + "01" + "504E00")]
        [DataRow(15, "00000000" + "0F" + "504E00")]
        [DataRow(64, "00000000" + "40" + "504E00")]
        [DataRow(256, "00000000" + "FF" + "504E00")]
        public void Alarms_Modules_AreCountedInByteFour(int modules, string expected)
        {
            BankReport report = Reports.TenPylontech();
            report.ModulesOnline = modules;

            Assert.AreEqual(expected, Encode("sol-ark", 0x359, report));
        }

        private static string Encode(string dialect, int id, BankReport report)
        {
            CanFrame frame = new CanFrame();
            Assert.IsTrue(FrameTable.Find((uint)id).TryEncode(report, Dialects.Create(dialect), frame));
            return Hex.Of(frame);
        }
    }
}
