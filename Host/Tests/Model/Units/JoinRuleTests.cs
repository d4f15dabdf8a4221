using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>To the millivolt: which battery refuses to join the others, and that none leaves them again for the same reason.</summary>
    public class JoinRuleTests
    {
        private const string Product = "deka-dd5300";

        // Above the difference that is set, whichever of the two is the higher one.
        [Theory]
        [InlineData(300, 900)]
        [InlineData(900, 300)]
        public void Join_AtTheVeryDifference_IsAllowedAndAMillivoltMoreIsNot(int socPermille, int othersPermille)
        {
            foreach (bool isJoining in new[] { true, false })
            {
                var rack = new Rack(2, Product);
                rack.Breaker(2, false);
                rack.Soc(1, othersPermille);
                rack.Soc(2, socPermille);
                int difference = System.Math.Abs(rack.Battery(2).VoltageMillivolts - rack.Bank.Bank.VoltageMillivolts);
                Assert.InRange(difference, 100, 5000);
                rack.Bank.Bank.JoinMillivolts = isJoining ? difference : difference - 1;
                rack.Breaker(2, true);
                Assert.Equal(isJoining, rack.Battery(2).CanDischarge);
                Assert.Equal(!isJoining, rack.Battery(2).IsWaitingToJoin);
                rack.Wait(1.5);
                Assert.Equal(isJoining, rack.Battery(2).CanDischarge);
            }
        }

        // Behind 0.1 ohm of a corroded contact, 50 A lie 5 V off the bus bar. It looks before it closes its FETs, and not afterwards.
        [Fact]
        public void Battery_ThatHasJoined_StaysHoweverFarItsVoltageIs()
        {
            var rack = new Rack(TestProfiles.With(Product, (ProfileKey.ConnectionResistanceMicroohms, 100_000)));
            rack.Current(50);
            rack.Wait(5);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts - rack.Battery(1).VoltageMillivolts, 2_001, 10_000);
            Assert.True(rack.Battery(1).CanCharge);
            rack.Bank.Refresh();
            rack.Wait(2);
            Assert.Equal((true, false), (rack.Battery(1).CanCharge, rack.Battery(1).IsWaitingToJoin));
        }
    }
}
