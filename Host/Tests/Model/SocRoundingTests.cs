using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>SOC in 0x355: to the nearest percent or down, 100 only when full and 0 only when empty.</summary>
    public class SocRoundingTests
    {
        [Theory]
        [InlineData(554, 55, 55)]
        [InlineData(555, 56, 55)]
        [InlineData(559, 56, 55)]
        [InlineData(996, 99, 99)]
        [InlineData(1000, 100, 100)]
        [InlineData(4, 1, 1)]
        [InlineData(1, 1, 1)]
        [InlineData(0, 0, 0)]
        [InlineData(65535, 6554, 6553)]
        public void Soc_OnTheWire_IsRoundedAsTold(int permille, int nearest, int down)
        {
            var rack = new Rack();
            rack.Bank.Execute("FAUL:VAL:SOC " + (permille / 10) + "." + (permille % 10) + " PCT");
            rack.Wait(2);
            Assert.Equal(nearest, rack.SocOnWire);
            rack.Bank.Execute("BANK:DIAL:SRO DOWN");
            rack.Wait(2);
            Assert.Equal(down, rack.SocOnWire);
            Assert.Equal("DOWN", rack.Bank.Execute("BANK:DIAL:SRO?"));
        }

        [Fact]
        public void Soc_SetTo55_Shows55AtRestForMinutes()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                var rack = new Rack(2, name, soc: 550);
                rack.Wait(300);
                Assert.Equal(55, rack.SocOnWire);
            }
        }
    }
}
