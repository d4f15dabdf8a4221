using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class CapacityTests
    {
        [Fact]
        public void Capacity_SetOnAnAgedBattery_IsWhatIsAskedBackAndOnTheWire()
        {
            var bench = new Bench(batteries: 2);
            Assert.Equal(("", ""), bench.Try("MOD2:SOH 81.5;CAP 120.25;SOC 40"));

            Assert.Equal("120.250", bench.Ask("MOD2:CAP?"));
            Assert.Equal("40.0", bench.Ask("MOD2:SOC?"));
            bench.Advance(5000);

            // 100 Ah and 120 Ah, rounded to whole ampere-hours: 0x379.
            Assert.Equal("DC00000000000000", bench.Frames.FindLast(frame => frame.Id == 0x379).Text.Split('#')[1]);
        }

        [Fact]
        public void Capacity_TwiceAsLarge_TakesTwiceAsLongToEmpty()
        {
            var bench = new Bench(batteries: 1);
            bench.Ask("MOD1:CAP 200;SOC 50;:CURR -20 A");
            bench.Advance(3_600_000);

            // 20 Ah of 200 Ah, and what the BMS itself took.
            Assert.InRange(double.Parse(bench.Ask("MOD1:SOC?"), System.Globalization.CultureInfo.InvariantCulture), 39.5, 40.1);
        }

        [Theory]
        [InlineData("MOD1:CAP 0.5")]
        [InlineData("MOD1:CAP 2001")]
        public void Capacity_OutOfRange_ChangesNothing(string line)
        {
            var bench = new Bench(batteries: 1);

            Assert.StartsWith("-222", bench.Try(line).Error, System.StringComparison.Ordinal);
            Assert.Equal("100.000", bench.Ask("MOD1:CAP?"));
        }
    }
}
