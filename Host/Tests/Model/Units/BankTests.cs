using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>How many batteries a bank may have and what they are called, and which of them a cable connects.</summary>
    public class BankTests
    {
        [Theory]
        [InlineData("sok-sk48v100", 1, 64, null)]
        [InlineData("sok-sk48v100", 15, 15, null)]
        [InlineData("sok-sk48v100", 0, 64, "a bank of 0 batteries is not a bank; it needs at least its master.")]
        [InlineData("sok-sk48v100", 16, 64, "SOK SK48V100 allows at most 15 batteries in one bank (addresses 1 to 15, master 1), but 16 were asked for: "
            + "1 master and 15 followers; ask for at most 14 followers or for another profile.")]
        [InlineData("pylontech-us3000c", 17, 64, "Pylontech US3000C allows at most 16 batteries in one bank (numbered 1 to 16 along the chain), but 17 were "
            + "asked for: 1 master and 16 followers; ask for at most 15 followers or for another profile.")]
        [InlineData("sok-sk48v100", 9, 8, "there is room for 8 batteries here, but 9 were asked for; ask for at most 7 followers.")]
        public void Count_ThatIsNotAllowed_IsRefusedWithReasonAndRemedy(string profile, int count, int capacity, string? problem)
        {
            Assert.Equal(problem, BankRules.FindProblem(ProfileCatalogue.Create(profile), count, capacity));
        }

        // From the master's upwards, and behind the highest address from the lowest on.
        [Theory]
        [InlineData(0, 15, 14, "14 15 0 1 2 3")]
        [InlineData(1, 15, 14, "14 15 1 2 3 4")]
        [InlineData(3, 7, 5, "5 6 7 3 4")]
        [InlineData(1, 15, 1, "1 2 3 4 5 6")]
        public void Addresses_OfACorrectBank_GoRoundFromTheMaster(int min, int max, int master, string addresses)
        {
            BatteryProfile profile = TestProfiles.With(
                "sok-sk48v100", (ProfileKey.AddressMin, min), (ProfileKey.AddressMax, max), (ProfileKey.MasterAddress, master));
            int count = addresses.Split(' ').Length;
            Assert.Equal(addresses, string.Join(' ', Enumerable.Range(0, count).Select(index => BankRules.AddressOf(profile, index))));
        }

        [Fact]
        public void Cable_CutOrInAWrongSocket_PartsThoseBehindItSeenFromEitherEnd()
        {
            var wiring = new ChainWiring(4, false);
            Assert.Equal(3, wiring.LinkCount);
            wiring.SetLink(1, false);
            Assert.False(wiring.IsLinkPlugged(1));
            AssertParted(wiring, 1);
            wiring.SetLink(1, true);
            AssertWhole(wiring);
            wiring.SetPorts(1, LinkPorts.Same);
            AssertWhole(wiring);
            wiring.SetPorts(1, LinkPorts.Wrong);
            AssertParted(wiring, 1);
            wiring.SetLink(1, false);
            Assert.Equal(LinkPorts.Wrong, wiring.PortsOf(1));
            wiring.SetPorts(1, LinkPorts.Right);
            Assert.False(wiring.IsLinkPlugged(1));
            AssertParted(wiring, 1);
        }

        [Fact]
        public void Sockets_WhereTheyHaveToAlternate_TheSameOnesPart()
        {
            var wiring = new ChainWiring(4, true);
            AssertWhole(wiring);
            wiring.SetPorts(1, LinkPorts.Same);
            AssertParted(wiring, 1);
        }

        private static void AssertWhole(ChainWiring wiring)
        {
            for (int first = 0; first < 4; first++)
            {
                for (int second = 0; second < 4; second++)
                {
                    Assert.True(wiring.AreConnected(first, second));
                }
            }
        }

        private static void AssertParted(ChainWiring wiring, int link)
        {
            for (int first = 0; first < 4; first++)
            {
                for (int second = 0; second < 4; second++)
                {
                    Assert.Equal(first <= link == second <= link, wiring.AreConnected(first, second));
                }
            }
        }
    }
}
