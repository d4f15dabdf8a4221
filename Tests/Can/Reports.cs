using BatterySim.Bms.Stack;

namespace BatterySim.Tests.Can
{
    /// <summary>Reports to encode.</summary>
    internal static class Reports
    {
        /// <summary>Ten US2000/US3000 as in the second sample of the capture pylontech-us2000-us3000-x10.log.</summary>
        public static BankReport TenPylontech()
        {
            BankReport report = new BankReport();
            report.ChargeVoltageLimitMillivolts = 53200;
            report.ChargeCurrentLimitMilliamps = 370000;
            report.DischargeCurrentLimitMilliamps = 370000;
            report.DischargeVoltageLimitMillivolts = 46000;
            report.SocPermille = 140;
            report.SohPermille = 1000;
            report.VoltageMillivolts = 48660;
            report.CurrentMilliamps = 0;
            report.TemperatureDecidegrees = 330;
            report.ChargeEnabled = true;
            report.DischargeEnabled = true;
            report.ModulesOnline = 10;
            report.CapacityMilliampereHours = 740000;
            report.ManufacturerName = "PYLON";
            return report;
        }
    }
}
