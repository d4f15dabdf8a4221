using System;
using BatterySim.Hardware.Mcp2515;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Bit timing, recomputed from the register values with the formulas of the data sheet.</summary>
    public class TimingTests
    {
        [Theory]
        [InlineData(8_000_000, 500_000)]
        [InlineData(8_000_000, 250_000)]
        [InlineData(8_000_000, 125_000)]
        [InlineData(16_000_000, 1_000_000)]
        [InlineData(16_000_000, 500_000)]
        [InlineData(16_000_000, 250_000)]
        [InlineData(16_000_000, 125_000)]
        [InlineData(20_000_000, 1_000_000)]
        [InlineData(20_000_000, 500_000)]
        [InlineData(20_000_000, 250_000)]
        [InlineData(20_000_000, 125_000)]
        public void Timing_CrystalAndRate_KeepsTheDataSheetsLimits(int crystalHertz, int bitsPerSecond)
        {
            var timing = new Mcp2515Timing(crystalHertz, bitsPerSecond);
            int prescaler = (timing.Cnf1 & 0x3F) + 1;
            int jump = (timing.Cnf1 >> 6) + 1;
            int propagation = (timing.Cnf2 & 7) + 1;
            int one = ((timing.Cnf2 >> 3) & 7) + 1;
            int two = (timing.Cnf3 & 7) + 1;
            int quanta = 1 + propagation + one + two;

            Assert.True(timing.IsValid);
            Assert.Equal(crystalHertz, 2L * prescaler * quanta * bitsPerSecond);
            Assert.InRange(quanta, 8, 25);
            Assert.InRange(1000.0 * (quanta - two) / quanta, 750, 875);
            Assert.True(two >= 2 && two > jump && propagation + one >= two);
            Assert.Equal(0x80, timing.Cnf2 & 0xC0);
            Assert.Equal(0, timing.Cnf3 & 0xF8);
            Assert.Equal(1000 * (quanta - two) / quanta, timing.Bit.SamplePointPermille);
        }

        [Theory]
        [InlineData(8_000_000, 500_000, "009101", 750)]
        [InlineData(16_000_000, 500_000, "00B501", 875)]
        [InlineData(20_000_000, 500_000, "00BF02", 850)]
        [InlineData(8_000_000, 250_000, "00B501", 875)]
        [InlineData(16_000_000, 250_000, "01B501", 875)]
        public void Timing_UsualCrystals_GivesTheComputedRegisters(int crystalHertz, int bitsPerSecond, string registers, int samplePermille)
        {
            var timing = new Mcp2515Timing(crystalHertz, bitsPerSecond);

            Assert.Equal(registers, Convert.ToHexString([timing.Cnf1, timing.Cnf2, timing.Cnf3]));
            Assert.Equal(samplePermille, timing.Bit.SamplePointPermille);
        }

        [Theory]
        [InlineData(8_000_000, 1_000_000)]
        [InlineData(16_000_000, 333_333)]
        [InlineData(8_000_000, 1000)]
        [InlineData(0, 500_000)]
        [InlineData(8_000_000, 0)]
        public void Timing_RateThatCannotBeMade_IsNotValid(int crystalHertz, int bitsPerSecond)
        {
            Assert.False(new Mcp2515Timing(crystalHertz, bitsPerSecond).IsValid);
            Assert.NotNull(new Mcp2515Settings { CrystalHertz = crystalHertz, BitsPerSecond = bitsPerSecond }.FindProblem());
        }
    }
}
