using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>What the cold does to a battery: resistance and limits over temperature, and what of it an inverter sees.</summary>
    public class ColdTests
    {
        // Measured ratios of a pouch cell (Trezor fuel gauge), typed in again here.
        [Theory]
        [InlineData(0, 1.89)]
        [InlineData(50, 1.49)]
        [InlineData(100, 1.28)]
        [InlineData(200, 1.06)]
        [InlineData(250, 1.00)]
        [InlineData(350, 0.91)]
        [InlineData(450, 0.86)]
        public void Sag_OverTemperature_IsThatOfTheMeasuredResistance(int decidegrees, double ratio)
        {
            Assert.Equal(ratio, SagAt(decidegrees) / SagAt(250), 0.02);
        }

        [Fact]
        public void Resistance_SetByHand_StaysAShareOfTheNewOneAtAnyTemperature()
        {
            var rack = new Rack(soc: 600);
            rack.Bank.Execute("MOD1:RES 150 PCT;TEMP 0");
            rack.Wait(3);
            Assert.Equal("150.0", rack.Bank.Execute("MOD1:RES?"));
            Assert.Equal(5.0 * 1.5 * 1.89, rack.Battery(1).SeriesMilliohms, 0.02);
        }

        [Fact]
        public void Resistance_InTheCold_SharesCurrentWithinASecond()
        {
            // At 25 % the rest voltage is the same at both temperatures, so that nothing but the resistance decides.
            var rack = new Rack(batteries: 2, soc: 250);
            rack.Current(-60);
            rack.Bank.Execute("MOD1:CONN 0.002;:MOD2:CONN 0.002;TEMP 0");
            rack.Wait(3);
            double share = (double)rack.Bank.Bank.CurrentOf(1) / rack.Bank.Bank.CurrentOf(0);
            Assert.InRange(share, 0.4, 0.6);
        }

        // The voltage that 50 A for three minutes take from the terminals, beside the change of the rest voltage.
        private static double SagAt(int decidegrees)
        {
            BatteryProfile profile = TestProfiles.With(
                "generic-16s-100",
                [.. TestProfiles.Ideal, (ProfileKey.HeatCapacityJoulesPerKelvin, 10_000_000), (ProfileKey.HysteresisMicrovolts, 0)]);
            var rack = new Rack(profile, soc: 600);
            rack.Bank.Execute("MOD1:TEMP " + (decidegrees / 10));
            rack.Wait(3);
            rack.Current(-50);
            rack.Wait(180);
            double loaded = rack.Battery(1).VoltageMillivolts;
            return (rack.Battery(1).Cells.OcvSumMillivolts - loaded) / 50;
        }
    }
}
