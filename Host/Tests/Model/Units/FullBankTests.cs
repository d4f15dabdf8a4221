using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>What a master makes of batteries that are full, that protect themselves, or that merely take no charge.</summary>
    public class FullBankTests
    {
        private const string Product = "generic-16s-100";

        // Full is no reason to withdraw the charge enable here; a battery that keeps charge out to protect itself is.
        [Theory]
        [InlineData(Quantity.CellMax, 3_900, BmsFlags.OverVoltage, false)]
        [InlineData(Quantity.ChargeCurrent, 150_000, BmsFlags.ChargeOverCurrent, false)]
        [InlineData(Quantity.ChargeTemperature, 580, BmsFlags.OverTemperature, false)]
        [InlineData(Quantity.ChargeTemperature, -100, BmsFlags.UnderTemperature, false)]
        [InlineData(Quantity.CellMin, 2_000, BmsFlags.UnderVoltage, true)]
        [InlineData(Quantity.DischargeCurrent, 120_000, BmsFlags.DischargeOverCurrent, true)]
        public void ChargeEnable_OfAFullBank_FallsWithAProtectionAgainstCharge(Quantity quantity, int value, int flag, bool isEnabled)
        {
            BatteryBank bank = Make(Profile(), 1000);
            int[] measured = [3_300, 3_300, 52_800, 0, 0, 250, 250, 250];
            measured[(int)quantity] = value;
            for (int second = 0; second < 3; second++)
            {
                bank.ModuleAt(0).Protections.StepOneSecond(measured);
            }

            bank.Refresh(0);
            BankReport report = Report(bank);
            Assert.Equal(flag, report.Protections);
            Assert.Equal((0, isEnabled), (report.ChargeCurrentLimitMilliamps, report.ChargeEnabled));
        }

        // At half charge and 0 degrees Celsius CCL is 0 without any protection, and no charge enable stands beside it.
        [Fact]
        public void ChargeEnable_OfAColdBankThatIsNotFull_IsOff()
        {
            BatteryBank bank = Make(Profile(), 500);
            bank.ModuleAt(0).SetTemperature(0);
            bank.Refresh(0);
            BankReport report = Report(bank);
            Assert.Equal((0, 0, false), (report.Protections, report.ChargeCurrentLimitMilliamps, report.ChargeEnabled));
            Assert.Equal(56_000, report.ChargeVoltageLimitMillivolts);
        }

        // From full until it takes charge again, whatever SOC says in between.
        [Fact]
        public void Float_LastsUntilTheBankTakesChargeAgain()
        {
            BatteryBank bank = Make(Profile((ProfileKey.FloatVoltageMillivolts, 54_000)), 1000);
            bank.Policies.FullVoltage = FullVoltagePolicy.Float;
            var chain = new ChainMaster(bank, new Prng(1));
            var aggregator = new Aggregator(bank.Profile, bank.Policies);
            Assert.Equal(54_000, Report(bank, chain, aggregator).ChargeVoltageLimitMillivolts);
            bank.ModuleAt(0).SetSocPermille(970);
            bank.ModuleAt(0).SetTemperature(0);
            bank.Refresh(0);
            BankReport report = Report(bank, chain, aggregator);
            Assert.Equal((0, 54_000, true), (report.ChargeCurrentLimitMilliamps, report.ChargeVoltageLimitMillivolts, report.ChargeEnabled));
            bank.ModuleAt(0).SetTemperature(250);
            bank.Refresh(0);
            Assert.Equal(56_000, Report(bank, chain, aggregator).ChargeVoltageLimitMillivolts);
        }

        // Above the float voltage, not at it. An alarm that a battery raises itself stays.
        [Theory]
        [InlineData(1000, -1, BmsFlags.OverVoltage)]
        [InlineData(1000, 0, 0)]
        [InlineData(990, -1, 0)]
        public void Alarm_OfAFullBank_IsRaisedAboveItsFloatVoltage(int socPermille, int floatAbove, int alarms)
        {
            int volts = Make(Profile(), socPermille).ModuleAt(0).VoltageMillivolts;
            BatteryBank bank = Make(Profile((ProfileKey.FloatVoltageMillivolts, volts + floatAbove), (ProfileKey.FullRaisesAlarm, 1)), socPermille);
            Assert.Equal(alarms, Report(bank).Alarms);
            bank.ModuleAt(0).Protections.StepOneSecond([3_650, 3_300, 52_800, 0, 0, 250, 250, 250]);
            Assert.Equal(BmsFlags.OverVoltage, Report(bank).Alarms);
        }

        // A second after the delay, and from then on for as long as it is full.
        [Fact]
        public void ChargeEnable_WhereFullDropsIt_FallsAfterTheDelay()
        {
            BatteryBank bank = Make(Profile((ProfileKey.FullDropsChargeEnable, 1), (ProfileKey.FullDelaySeconds, 3)), 1000);
            var chain = new ChainMaster(bank, new Prng(1));
            var aggregator = new Aggregator(bank.Profile, bank.Policies);
            for (int second = 1; second <= 10; second++)
            {
                Assert.Equal((second, second <= 3), (second, Report(bank, chain, aggregator).ChargeEnabled));
            }
        }

        // What the protocol promises is kept whatever a battery measures: -40 to 100 degrees Celsius.
        [Theory]
        [InlineData(1_200, 1_000)]
        [InlineData(-500, -400)]
        public void Temperature_BeyondTheProtocol_IsCut(int decidegrees, int reported)
        {
            BatteryBank bank = Make(Profile(), 500);
            bank.ModuleAt(0).SetTemperature(decidegrees);
            bank.Refresh(0);
            Assert.Equal(reported, Report(bank).TemperatureDecidegrees);
        }

        // A name that is not among those of its policy is the first of them.
        [Fact]
        public void Policy_WithoutAName_IsTheFirst()
        {
            BatteryProfile profile = Profile()
                .With(ProfileKey.LimitPolicy, 0, "none of them")
                .With(ProfileKey.GapPolicy, 0, "none of them");
            var policies = new AggregationPolicies(profile);
            Assert.Equal((LimitPolicy.Sum, GapPolicy.StopAndAlarm), (policies.Limits, policies.Gaps));
        }

        private static BatteryProfile Profile(params (ProfileKey Key, int Number)[] changes) => TestProfiles.With(
            Product,
            ProtectionSets.Pace16,
            [
                .. changes, (ProfileKey.ChargeVoltageLimitMillivolts, 56_000), (ProfileKey.FullDropsChargeEnable, 0),
                (ProfileKey.FullOpensChargeFet, 0), (ProfileKey.ChargeFullPercent, 0),
            ])
            .With(ProfileKey.ChargeTemperatureTable, 0, "0C:0% 10C:100%");

        private static BatteryBank Make(BatteryProfile profile, int socPermille)
        {
            var bank = new BatteryBank(profile, 1, new Prng(1));
            bank.ModuleAt(0).SetSocPermille(socPermille);
            bank.SkipToRunning(0);
            return bank;
        }

        private static BankReport Report(BatteryBank bank) =>
            Report(bank, new ChainMaster(bank, new Prng(1)), new Aggregator(bank.Profile, bank.Policies));

        private static BankReport Report(BatteryBank bank, ChainMaster chain, Aggregator aggregator)
        {
            var report = new BankReport();
            chain.Start(0, true, 0);
            aggregator.Begin();
            Assert.False(aggregator.Add(chain, chain.SlotCount));
            aggregator.WriteOneSecond(chain, report);
            Assert.Equal(1, report.ModulesOnline);
            return report;
        }
    }
}
