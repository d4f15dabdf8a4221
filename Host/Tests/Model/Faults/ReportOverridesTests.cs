using System.Linq;
using System.Reflection;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>Which field of a report each ordered value replaces.</summary>
    public class ReportOverridesTests
    {
        private readonly FaultPlan _plan = new();
        private readonly BankReport _report = new();

        [Theory]
        [InlineData(ReportValue.ChargeVoltageLimit, 57, "ChargeVoltageLimitMillivolts 57")]
        [InlineData(ReportValue.ChargeCurrentLimit, 57, "ChargeCurrentLimitMilliamps 57")]
        [InlineData(ReportValue.DischargeCurrentLimit, 57, "DischargeCurrentLimitMilliamps 57")]
        [InlineData(ReportValue.DischargeVoltageLimit, 57, "DischargeVoltageLimitMillivolts 57")]
        [InlineData(ReportValue.Soc, 57, "SocPermille 57")]
        [InlineData(ReportValue.Soh, 57, "SohPermille 57")]
        [InlineData(ReportValue.Voltage, 57, "VoltageMillivolts 57")]
        [InlineData(ReportValue.Current, -57, "CurrentMilliamps -57")]
        [InlineData(ReportValue.Temperature, -57, "TemperatureDecidegrees -57")]
        [InlineData(ReportValue.Protections, 57, "Protections 57")]
        [InlineData(ReportValue.Alarms, 57, "Alarms 57")]
        [InlineData(ReportValue.ChargeEnable, 1, "ChargeEnabled True")]
        [InlineData(ReportValue.DischargeEnable, 1, "DischargeEnabled True")]
        [InlineData(ReportValue.ForceChargeBit5, 1, "ForceChargeBit5 True")]
        [InlineData(ReportValue.ForceChargeBit4, 1, "ForceChargeBit4 True")]
        [InlineData(ReportValue.FullCharge, 1, "FullChargeRequested True")]
        [InlineData(ReportValue.ModulesOnline, 57, "ModulesOnline 57")]
        [InlineData(ReportValue.Capacity, 57, "CapacityMilliampereHours 57")]
        public void Apply_OneValue_ReplacesThatFieldAndNoOther(ReportValue value, int number, string expected)
        {
            _plan.Set(FaultPlan.IndexOf(value), number, 0, 100, 100);
            var overrides = new ReportOverrides(_plan);

            Assert.Equal("", Changed(overrides.Apply(_report, 99)));
            Assert.Equal(expected, Changed(overrides.Apply(_report, 100)));
            Assert.Equal("", Changed(overrides.Apply(_report, 200)));
        }

        [Theory]
        [InlineData(ReportValue.ChargeEnable, "ChargeEnabled False")]
        [InlineData(ReportValue.DischargeEnable, "DischargeEnabled False")]
        [InlineData(ReportValue.ForceChargeBit5, "ForceChargeBit5 False")]
        [InlineData(ReportValue.ForceChargeBit4, "ForceChargeBit4 False")]
        [InlineData(ReportValue.FullCharge, "FullChargeRequested False")]
        public void Apply_ZeroForABit_TakesItAway(ReportValue value, string expected)
        {
            _report.ChargeEnabled = _report.DischargeEnabled = _report.ForceChargeBit5 = _report.ForceChargeBit4 = _report.FullChargeRequested = true;
            _plan.Set(FaultPlan.IndexOf(value), 0, 0, 0, 0);

            Assert.Equal(expected, Changed(new ReportOverrides(_plan).Apply(_report, 0)));
        }

        [Fact]
        public void Apply_NothingOrdered_IsTheSameReport()
        {
            Assert.Same(_report, new ReportOverrides(_plan).Apply(_report, 0));
        }

        private string Changed(BankReport changed) => string.Join(", ", typeof(BankReport).GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(field => !Equals(field.GetValue(_report), field.GetValue(changed)))
            .Select(field => $"{field.Name} {field.GetValue(changed)}"));
    }
}
