using BatterySim.Bms.Stack;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>What the protocol promises to an inverter about each value of a report, at both sides of every bound.</summary>
    [TestClass]
    public class BankReportTests
    {
        [DataRow(-1, 0)]
        [DataRow(0, 0)]
        [DataRow(int.MaxValue, int.MaxValue)]
        public void ApplyProtocolBounds_LimitsAndVoltage_AreNeverNegative(int value, int expected)
        {
            BankReport report = Reports.TenPylontech();
            report.ChargeVoltageLimitMillivolts = value;
            report.ChargeCurrentLimitMilliamps = value;
            report.DischargeCurrentLimitMilliamps = value;
            report.DischargeVoltageLimitMillivolts = value;
            report.VoltageMillivolts = value;

            report.ApplyProtocolBounds();

            Assert.AreEqual(expected, report.ChargeVoltageLimitMillivolts);
            Assert.AreEqual(expected, report.ChargeCurrentLimitMilliamps);
            Assert.AreEqual(expected, report.DischargeCurrentLimitMilliamps);
            Assert.AreEqual(expected, report.DischargeVoltageLimitMillivolts);
            Assert.AreEqual(expected, report.VoltageMillivolts);
        }

        [DataRow(-1, 0)]
        [DataRow(999, 999)]
        [DataRow(1001, 1000)]
        public void ApplyProtocolBounds_SocAndSoh_AreZeroToThousandPermille(int value, int expected)
        {
            BankReport report = Reports.TenPylontech();
            report.SocPermille = value;
            report.SohPermille = value;

            report.ApplyProtocolBounds();

            Assert.AreEqual(expected, report.SocPermille);
            Assert.AreEqual(expected, report.SohPermille);
        }

        [DataRow(-401, -400)]
        [DataRow(-400, -400)]
        [DataRow(1000, 1000)]
        [DataRow(1001, 1000)]
        public void ApplyProtocolBounds_Temperature_IsMinusFortyToHundredDegrees(int value, int expected)
        {
            BankReport report = Reports.TenPylontech();
            report.TemperatureDecidegrees = value;

            report.ApplyProtocolBounds();

            Assert.AreEqual(expected, report.TemperatureDecidegrees);
        }

        [DataRow(0, 0, 1, 1000)]
        [DataRow(2, 999, 2, 1000)]
        [DataRow(16, 1001, 16, 1001)]
        public void ApplyProtocolBounds_ModulesAndCapacity_AreNeverNothing(int modules, int capacity, int expectedModules, int expectedCapacity)
        {
            BankReport report = Reports.TenPylontech();
            report.ModulesOnline = modules;
            report.CapacityMilliampereHours = capacity;

            report.ApplyProtocolBounds();

            Assert.AreEqual(expectedModules, report.ModulesOnline);
            Assert.AreEqual(expectedCapacity, report.CapacityMilliampereHours);
        }

        [TestMethod]
        public void ApplyProtocolBounds_NothingKnown_StaysUnknown()
        {
            BankReport report = new BankReport();

            report.ApplyProtocolBounds();

            Assert.AreEqual(BankReport.Unknown, report.ChargeCurrentLimitMilliamps);
            Assert.AreEqual(BankReport.Unknown, report.SocPermille);
            Assert.AreEqual(BankReport.Unknown, report.TemperatureDecidegrees);
            Assert.AreEqual(BankReport.Unknown, report.ModulesOnline);
            Assert.AreEqual(BankReport.Unknown, report.CapacityMilliampereHours);
            Assert.AreEqual("", report.ManufacturerName);
        }
    }
}
