using System.Linq;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Balancing: above 3.40 V and with more than 30 mV between the cells, each that stands out loses 100 mA.</summary>
    public class BalanceTests
    {
        // Cells of 100 Ah: an hour takes one permille. At 100 % a cell rests at 3375 mV, and each percent more adds 200 mV; half charged, all of
        // them are far below the start.
        [Theory]
        [InlineData(1000, 5, 4)]
        [InlineData(1000, 20, 19)]
        [InlineData(1000, 1, 1)]
        [InlineData(500, 5, 5)]
        public void Cell_ThatStandsOut_LosesItsShareInAnHour(int socPermille, int offsetPermille, int leftPermille)
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain(
                (ProfileKey.BalanceStartMillivolts, 3400), (ProfileKey.BalanceDeltaMillivolts, 30), (ProfileKey.BalanceCurrentMilliamps, 100)));
            battery.Module.Cells.SetSocOffset(3, offsetPermille);
            battery.Module.SetSocPermille(socPermille);
            battery.Pass(0, 3600);
            Assert.Equal(leftPermille, battery.Module.Cells.SocOffsetOf(3));
            Assert.All(Enumerable.Range(0, 16).Where(static cell => cell != 3), cell => Assert.Equal(0, battery.Module.Cells.SocOffsetOf(cell)));
        }
    }
}
