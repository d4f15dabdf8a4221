using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class ChargeStageTests
    {
        private const int Hour = 3600;

        // 100 A CCL, 400 Ah: absorb ends below 8 A. CVL is 56.0 V.
        [Fact]
        public void Charge_FullCourse_IsBulkAbsorbAndFloat()
        {
            InverterBench bench = Absorbing(new InverterSettings { SolarWatts = 5200, AbsorptionMillivolts = 55_600, FloatMillivolts = 54_000 });
            Assert.Equal(55_600, bench.Inverter.ChargeTargetMillivolts);
            Taper(bench, 9_000);
            bench.KeepReceiving(120);
            Assert.Equal(InverterStage.Absorb, bench.Inverter.Stage);
            Taper(bench, 7_000);
            bench.KeepReceiving(120);
            Assert.Equal(InverterStage.FloatCharge, bench.Inverter.Stage);
            Assert.Equal(54_000, bench.Inverter.ChargeTargetMillivolts);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);

            bench.Inverter.TerminalMillivolts = 52_900;
            bench.Inverter.Settings.SolarWatts = 10_000;
            bench.KeepReceiving(30);
            Assert.Equal(InverterStage.Bulk, bench.Inverter.Stage);
            Assert.Equal(100_000, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(true, 55_600, 55_600)]
        [InlineData(true, 58_400, 56_000)]
        [InlineData(false, 55_600, 56_000)]
        public void ChargeTarget_OwnAbsorptionBesideCvl_IsTheLowerUnlessOnlyCvlCounts(bool counts, int ownMillivolts, int targetMillivolts)
        {
            var bench = new InverterBench(new InverterSettings { AbsorptionMillivolts = ownMillivolts, Quirks = { OwnVoltagesCount = counts } });
            bench.KeepReceiving(1);
            Assert.Equal(targetMillivolts, bench.Inverter.ChargeTargetMillivolts);
        }

        [Theory]
        [InlineData(100, 2_100, InverterStage.Absorb)]
        [InlineData(100, 1_900, InverterStage.FloatCharge)]
        [InlineData(1000, 19_000, InverterStage.FloatCharge)]
        public void Absorb_EndsBelowTwoPercentOfTheCapacity(int ampereHours, int milliamps, InverterStage expected)
        {
            InverterBench bench = Absorbing(new InverterSettings { SolarWatts = 5200, BatteryCapacityAmpereHours = ampereHours });
            Taper(bench, milliamps);
            bench.KeepReceiving(120);
            Assert.Equal(expected, bench.Inverter.Stage);
        }

        [Fact]
        public void Stage_NothingToDo_IsIdleAndALoadIsDischarge()
        {
            var bench = new InverterBench();
            bench.KeepReceiving(10);
            Assert.Equal(InverterStage.Idle, bench.Inverter.Stage);
            bench.Inverter.LoadWatts = 1000;
            bench.KeepReceiving(10);
            Assert.Equal(InverterStage.Discharge, bench.Inverter.Stage);
        }

        [Theory]
        [InlineData(0, false)]
        [InlineData(1, true)]
        public void Equalise_DueAfterItsDays_TakesItsHoursAndComesNotAgain(int hours, bool comes)
        {
            InverterBench bench = Absorbing(new InverterSettings
            {
                SolarWatts = 5200,
                FloatMillivolts = 54_000,
                EqualiseMillivolts = 55_800,
                EqualiseDays = 7,
                EqualiseHours = hours,
                EqualiseElapsedHours = 7 * 24,
            });
            Taper(bench, 7_000);
            bench.KeepReceiving(120);
            Assert.Equal(comes ? InverterStage.Equalise : InverterStage.FloatCharge, bench.Inverter.Stage);
            Assert.Equal(comes ? 55_800 : 54_000, bench.Inverter.ChargeTargetMillivolts);
            bench.KeepReceiving(Hour - 120);
            Assert.Equal(comes ? InverterStage.Equalise : InverterStage.FloatCharge, bench.Inverter.Stage);
            bench.KeepReceiving(130);
            Assert.Equal(InverterStage.FloatCharge, bench.Inverter.Stage);
            bench.KeepReceiving(10 * Hour);
            Assert.Equal(InverterStage.FloatCharge, bench.Inverter.Stage);
        }

        [Fact]
        public void Equalise_FarAboveAbsorption_RaisesTheVoltageFromThere()
        {
            InverterBench bench = Absorbing(new InverterSettings
            {
                SolarWatts = 5200,
                AbsorptionMillivolts = 54_600,
                FloatMillivolts = 54_000,
                EqualiseMillivolts = 56_000,
                EqualiseDays = 7,
                EqualiseHours = 1,
                EqualiseElapsedHours = 7 * 24,
            });
            Taper(bench, 7_000);
            bench.KeepReceiving(120);
            Assert.Equal(InverterStage.Equalise, bench.Inverter.Stage);
            Assert.Equal(56_000, bench.Inverter.ChargeTargetMillivolts);
            bench.Inverter.TerminalMillivolts = 53_500;
            bench.KeepReceiving(1);
            Assert.Equal(InverterStage.Bulk, bench.Inverter.Stage);
        }

        [Fact]
        public void Equalise_NotYetDue_DoesNotCome()
        {
            InverterBench bench = Absorbing(new InverterSettings
            {
                SolarWatts = 5200,
                EqualiseDays = 7,
                EqualiseHours = 1,
                EqualiseElapsedHours = (7 * 24) - 1,
            });
            Taper(bench, 7_000);
            bench.KeepReceiving(300);
            Assert.Equal(InverterStage.FloatCharge, bench.Inverter.Stage);
            bench.KeepReceiving(Hour);
            Assert.Equal(InverterStage.Equalise, bench.Inverter.Stage);
        }

        private static InverterBench Absorbing(InverterSettings settings)
        {
            var bench = new InverterBench(settings);
            bench.KeepReceiving(30);
            Assert.Equal(InverterStage.Bulk, bench.Inverter.Stage);
            bench.Inverter.TerminalMillivolts = System.Math.Min(56_000, settings.AbsorptionMillivolts);
            bench.KeepReceiving(1);
            Assert.Equal(InverterStage.Absorb, bench.Inverter.Stage);
            return bench;
        }

        // The bench's supply stands at the charge voltage; the source gives no more than this.
        private static void Taper(InverterBench bench, int milliamps) =>
            bench.Inverter.Settings.SolarWatts = (int)System.Math.Round(milliamps / 1000.0 * bench.Inverter.TerminalMillivolts / 1000.0);
    }
}
