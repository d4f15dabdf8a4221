using System;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>What a BMS reads of cells that are beyond its converter, and the heat of a current.</summary>
    public class MeasuredCellTests
    {
        [Theory]
        [InlineData(-200_000, 0)]
        [InlineData(200_000, 5_000)]
        public void Cell_BeyondWhatAConverterReads_ReadsItsEnd(int milliamps, int millivolts)
        {
            BatteryModule module = Make();
            module.SetResistancePermille(100_000);
            module.RecordCurrent(milliamps);
            module.StepOneSecond(0, 1_000);
            Assert.Equal((millivolts, millivolts), (module.CellMinMillivolts, module.CellMaxMillivolts));
            Assert.True(milliamps > 0 ? module.VoltageMillivolts > 80_000 : module.VoltageMillivolts == 0);
        }

        // A quarter of the capacity in one second, down the steep end of the curve, of which nothing is left at 10 % below empty: 428 mV, less a
        // sixteenth of what 16 A take there in 1.85 times 5 milliohms. Between two looks at all cells a line is followed, which leads far below 0.
        [Fact]
        public void Cells_BetweenTwoLooksFarBelowEmpty_EndWhereTheCurveDoes()
        {
            const long Percent = 3_600_000_000;
            BatteryModule module = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.SeriesResistanceMicroohms, 5_000))).Module;
            module.SetSocPermille(0);
            module.RecordCurrent(-16_000);
            for (int second = 1; second <= 3; second++)
            {
                module.StepOneSecond(-Percent / 10, second * 1_000);
            }

            Assert.InRange(module.CellMinMillivolts, 2_800, 2_900);
            module.StepOneSecond(-25 * Percent, 4_000);
            Assert.Equal((419, 419), (module.CellMinMillivolts, module.CellMaxMillivolts));
        }

        // One cell that has 10 % less than nothing or 10 % more than all, 0.43 or 4.38 V, and 1.56 V that the current takes or adds: what is beyond
        // reads the end, and the others, which are not, read what they have.
        [Theory]
        [InlineData(-600, -50_000, 0)]
        [InlineData(600, 50_000, 5_000)]
        public void OneCell_BeyondWhatAConverterReads_ReadsItsEndAndTheOthersTheirs(int permille, int milliamps, int millivolts)
        {
            BatteryModule module = Make();
            module.Cells.SetSocOffset(3, permille);
            module.SetResistancePermille(100_000);
            for (int second = 1; second <= 6; second++)
            {
                module.RecordCurrent(milliamps);
                module.StepOneSecond(0, second * 1_000L);
                if (second < 3)
                {
                    // Every cell is looked at once in three seconds.
                    continue;
                }

                bool isLow = milliamps < 0;
                Assert.Equal(millivolts, isLow ? module.CellMinMillivolts : module.CellMaxMillivolts);
                Assert.Equal(3, isLow ? module.Cells.MinIndex : module.Cells.MaxIndex);
                int others = isLow ? module.CellMaxMillivolts : module.CellMinMillivolts;
                Assert.InRange(others - (milliamps / 1_000f * module.SeriesMilliohms / 16), 3_230f, 3_350f);
            }
        }

        // Heat is the current times what it keeps the terminals away from the rest voltage of the cells: in mW, A and mV.
        [Theory]
        [InlineData(500, -50_000)]
        [InlineData(500, 50_000)]
        [InlineData(970, 30_000)]
        public void Heat_OfACurrent_IsWhatItTakesFromTheVoltage(int permille, int milliamps)
        {
            BatteryModule module = Make();
            module.SetSocPermille(permille);
            for (int second = 1; second <= 60; second++)
            {
                module.RecordCurrent(milliamps);
                module.StepOneSecond(milliamps * 1_000L, second * 1_000L);
            }

            float away = milliamps / 1_000f * (module.VoltageMillivolts - module.Cells.OcvSumMillivolts);
            Assert.True(away > 10_000f);
            Assert.InRange(module.LossMilliwatts, away * 0.98f, away * 1.02f);
            Assert.InRange(Math.Abs(module.LossMilliwatts - away), 0f, 1_000f);
        }

        private static BatteryModule Make() => new BatteryBank(ProfileCatalogue.Create("generic-16s-100"), 1, new Prng(1)).ModuleAt(0);
    }
}
