using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>What a battery's temperature and its charge do to its resistance and to the rest voltage of its cells.</summary>
    public class ConditionTests
    {
        // Half the capacity at 0 degrees, nine tenths at 20.
        private const string Capacities = "0C:50% 25C:100% 45C:104%";

        // 4,000 J/K and 5 W/K are 800 s, after which the cells have gone 63.2 % of the way to the room.
        [Theory]
        [InlineData(350, 313, 0.9395)]
        [InlineData(150, 187, 1.0834)]
        public void Temperature_OfABatteryAtRest_GoesToTheRooms(int roomDecidegrees, int decidegrees, float resistance)
        {
            BatteryAlone battery = BatteryAlone.Of(
                [(ProfileKey.HeatCapacityJoulesPerKelvin, 4_000), (ProfileKey.HeatFlowMilliwattsPerKelvin, 5_000), .. BatteryAlone.Plain()]);
            BatteryModule module = battery.Module;
            module.AmbientDecidegrees = roomDecidegrees;
            float before = module.SeriesMilliohms;
            battery.Pass(0, 800);
            Assert.InRange(module.TemperatureDecidegrees, decidegrees - 1, decidegrees + 1);
            Assert.Equal(resistance, module.SeriesMilliohms / before, 0.003f);
            Assert.Equal(1000, module.ResistancePermille);
        }

        // Sixteen times 3290 mV at half charge, to the mV; the drop of the current and nothing else comes on top.
        [Theory]
        [InlineData(0, 52_640, 3_290)]
        [InlineData(16_000, 52_720, 3_295)]
        [InlineData(-16_000, 52_560, 3_285)]
        public void Voltage_OfCellsThatAreAlike_IsTheirSumToTheMillivolt(int milliamps, int millivolts, int cellMillivolts)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000)));
            BatteryModule module = battery.Module;
            for (int second = 1; second <= 3; second++)
            {
                module.RecordCurrent(milliamps);
                module.StepOneSecond(0, second * 1000L);
                Assert.Equal(
                    (millivolts, cellMillivolts, cellMillivolts), (module.VoltageMillivolts, module.CellMinMillivolts, module.CellMaxMillivolts));
            }
        }

        // 3 for each part of the SOC below 20 % and 5 more below 5 %; at 5C each second has another permille, and the resistance goes with it.
        [Theory]
        [InlineData(200, -500_000)]
        [InlineData(100, 500_000)]
        public void Resistance_BelowAFifth_GoesWithTheChargeInEverySecond(int permille, int milliamps)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000)));
            BatteryModule module = battery.Module;
            module.SetSocPermille(permille);
            for (int second = 0; second < 60; second++)
            {
                battery.Pass(milliamps, 1);
                double expected = 1 + (3 * (0.2 - battery.Soc));
                Assert.Equal(expected, module.SeriesMilliohms / 5, 0.001);
                Assert.Equal(1000, module.ResistancePermille);
            }
        }

        // At 80 % and 0 degrees a cell rests at 3328 - 10 mV. Of half the capacity the 20 % that are drawn are 40: it is as at 60 %, 18 mV lower,
        // in the measure in which it has come to its branch of discharge. That takes 0.3125 % of the capacity, 11.25 s at 100 A.
        [Theory]
        [InlineData(0, 12, 3300)]
        [InlineData(0, 6, 3308.8)]
        [InlineData(0, 0, 3318)]
        [InlineData(250, 12, 3328)]
        public void Draw_InTheCold_IsAsIfTheColdsPartWereDrawnAlready(int decidegrees, int seconds, double millivolts)
        {
            BatteryAlone battery = Branched().At(decidegrees);
            battery.Module.SetSocPermille(803);
            battery.Pass(-100_000, seconds);
            Assert.Equal(millivolts, battery.RestMillivolts, 0.5);
        }

        // What cells give in the warm above their capacity is left out, and while they are charged the cold keeps nothing back. A minute of 20 A is
        // a third of a percent: 61.67 and 62.33 %, between 3310 mV at 60 % and 3324 at 65 % and what the table has for the temperature.
        [Theory]
        [InlineData(450, -20_000, 3314.67 - 5.0)]
        [InlineData(0, 20_000, 3316.53 - 18.4)]
        [InlineData(250, -20_000, 3314.67)]
        [InlineData(250, 20_000, 3316.53)]
        public void Rest_InTheWarmOrCharged_IsThatOfTheTable(int decidegrees, int milliamps, double millivolts)
        {
            BatteryAlone battery = Branched().At(decidegrees);
            battery.Module.SetSocPermille(620);
            battery.Pass(milliamps, 60);
            Assert.Equal(millivolts, battery.RestMillivolts, 0.3);
        }

        // On its branch at 0 degrees it is beyond the one of 20 degrees; more than the whole of what the cold keeps back is never taken off.
        [Fact]
        public void Warmed_BeyondItsBranch_IsAsOneThatWasDrawnInTheWarm()
        {
            BatteryAlone cold = Branched().At(0);
            BatteryAlone warm = Branched().At(200);
            foreach (BatteryAlone battery in new[] { cold, warm })
            {
                battery.Module.SetSocPermille(620);
                battery.Pass(-100_000, 12);
                battery.At(200);
            }

            Assert.Equal(warm.RestMillivolts, cold.RestMillivolts, 0.2);
            Assert.Equal(3314.67 - 3.56 - 12.96, warm.RestMillivolts, 0.5);
        }

        [Fact]
        public void Soc_SetAfterADrawInTheCold_IsThatOfRestedCells()
        {
            BatteryAlone drawn = Branched().At(0);
            BatteryAlone rested = Branched().At(0);
            drawn.Module.SetSocPermille(800);
            drawn.Pass(-100_000, 20);
            int permille = drawn.Module.SocPermille;
            drawn.Module.SetSocPermille(permille);
            rested.Module.SetSocPermille(permille);
            Assert.Equal(rested.RestMillivolts, drawn.RestMillivolts, 0.01);
            Assert.Equal(0, drawn.LiftMillivolts, 0.01);
        }

        private static BatteryAlone Branched() => BatteryAlone.Of(
            ProfileKey.CapacityTemperatureTable,
            Capacities,
            BatteryAlone.Plain((ProfileKey.HysteresisMicrovolts, 35_000), (ProfileKey.SeriesResistanceMicroohms, 5_000)));
    }
}
