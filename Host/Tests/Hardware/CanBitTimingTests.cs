using System.Linq;
using BatterySim.Hardware;
using Xunit;

namespace BatterySim.Host.Tests.Hardware
{
    /// <summary>Bit timings by their rule, told once more as a search over all of them, and the bounds of the registers that take them.</summary>
    public class CanBitTimingTests
    {
        // Clock that the prescaler divides: MCP2515 with 8, 16 and 20 MHz crystals (half of it), TWAI of ESP32 (80 MHz) and ESP32-C6 (40 MHz).
        private static readonly (int ClockHertz, int PrescalerMax)[] Controllers =
            [(4_000_000, 64), (8_000_000, 64), (10_000_000, 64), (80_000_000, 128), (40_000_000, 128)];

        private static readonly int[] Rates =
        [
            1, 5_000, 10_000, 12_500, 20_000, 25_000, 33_333, 50_000, 83_333, 100_000, 125_000,
            200_000, 250_000, 400_000, 500_000, 666_666, 800_000, 1_000_000,
        ];

        [Fact]
        public void Timing_OfEveryControllerAndRate_IsTheBestOfAllThatThereAre()
        {
            int valid = 0;
            foreach ((int clock, int prescalerMax) in Controllers)
            {
                foreach (int rate in Rates)
                {
                    var timing = new CanBitTiming(clock, rate, prescalerMax);
                    var best = (
                        from prescaler in Enumerable.Range(1, prescalerMax)
                        from one in Enumerable.Range(1, 16)
                        from two in Enumerable.Range(2, 2)
                        let quanta = 1 + one + two
                        where quanta >= 8 && clock == (long)prescaler * quanta * rate
                        let sample = 1000.0 * (1 + one) / quanta
                        where sample is >= 750 and <= 875
                        orderby quanta descending, sample descending
                        select (Prescaler: prescaler, One: one, Two: two)).FirstOrDefault();

                    string where = $"{clock} Hz, {rate} bit/s";
                    Assert.True(best == (timing.Prescaler, timing.SegmentOneQuanta, timing.SegmentTwoQuanta), where);
                    Assert.True(timing.IsValid == (best.Prescaler != 0), where);
                    valid += timing.IsValid ? 1 : 0;
                    if (timing.IsValid)
                    {
                        Assert.Equal(1 + best.One + best.Two, timing.QuantaPerBit);
                        Assert.Equal(1000 * (1 + best.One) / timing.QuantaPerBit, timing.SamplePointPermille);
                    }
                }
            }

            Assert.True(valid > 50, "most of these rates can be made");
        }

        // The fewest quanta and the most; the highest prescaler.
        [Theory]
        [InlineData(8_000_000, 1_000_000, 64, 1, 5, 2)]
        [InlineData(80_000_000, 62_500, 64, 64, 16, 3)]
        [InlineData(80_000_000, 500_000, 128, 8, 16, 3)]
        public void Timing_AtTheEnds_IsTaken(int clock, int rate, int prescalerMax, int prescaler, int one, int two)
        {
            var timing = new CanBitTiming(clock, rate, prescalerMax);

            Assert.Equal((prescaler, one, two), (timing.Prescaler, timing.SegmentOneQuanta, timing.SegmentTwoQuanta));
        }

        [Theory]
        [InlineData(8_000_000, 0, 64)]
        [InlineData(8_000_000, -500_000, 64)]
        [InlineData(8_000_000, 1_250_000, 64)]
        [InlineData(8_000_000, 5_000, 63)]
        public void Rate_ThatCannotBeMade_IsNotMade(int clock, int rate, int prescalerMax)
        {
            var timing = new CanBitTiming(clock, rate, prescalerMax);

            Assert.False(timing.IsValid);
            Assert.Equal(0, timing.Prescaler);
        }
    }
}
