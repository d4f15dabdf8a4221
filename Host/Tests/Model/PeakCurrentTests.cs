using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>A battery that carries more than its continuous current for a time: Discover AES, 95 A for an hour and 70 A continuously.</summary>
    public class PeakCurrentTests
    {
        [Theory]
        [InlineData(90)]
        [InlineData(-90)]
        public void Limits_AfterAnHourAbove_FallUntilAnHourBelow(int amps)
        {
            var rack = new Rack(profile: "discover-aes-rack", soc: 500);
            rack.Wait(3);
            rack.Current(amps);
            for (int minute = 0; minute < 58; minute++)
            {
                Turn(rack);
                rack.Wait(60);
                Assert.Equal(95_000, rack.DischargeLimitOnWire);
            }

            Turn(rack);
            rack.Wait(150);
            Assert.Equal(70_000, rack.DischargeLimitOnWire);
            Assert.Equal(70_000, rack.ChargeLimitOnWire);

            rack.Current(0);
            Turn(rack);
            rack.Wait(3500);
            Assert.Equal(70_000, rack.DischargeLimitOnWire);
            rack.Wait(150);
            Assert.Equal(95_000, rack.DischargeLimitOnWire);
        }

        [Fact]
        public void Limits_OfOtherProducts_KnowNoTime()
        {
            var rack = new Rack(profile: "generic-16s-100", soc: 500);
            rack.Current(-90);
            for (int minute = 0; minute < 70; minute++)
            {
                Turn(rack);
                rack.Wait(60);
            }

            Assert.Equal(100_000, rack.DischargeLimitOnWire);
        }

        // The charge is put back, so that only time counts.
        private static void Turn(Rack rack)
        {
            rack.Bank.Execute("MOD1:SOC 50 PCT;TEMP 25");
        }
    }
}
