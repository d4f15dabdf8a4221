using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>A chain wakes in the order of its switches, 130 ms from one battery to the next.</summary>
    public class WakeOrderTests
    {
        // Each notices at its own step that it is ready; battery k of 16 takes it at 160 + 52 k ms of each second. The first of the order is
        // ready 3,000 ms after RST, the last 4,950 ms.
        [Theory]
        [InlineData("generic-16s-100", false, 3_160, 5_940)]
        [InlineData("generic-16s-100", true, 5_160, 3_940)]
        [InlineData("pylontech-us3000c", false, 3_160, 5_940)]
        public void Wake_OfSixteen_IsInTheOrderOfTheSwitches(string profile, bool isReversed, long first, long last)
        {
            BatteryBank bank = Make(profile);
            int[] addresses = [.. Enumerable.Range(0, bank.Count).Select(index => bank.ModuleAt(index).DipSwitch.Value)];
            for (int index = 0; isReversed && index < bank.Count; index++)
            {
                bank.ModuleAt(index).DipSwitch.Set(addresses[bank.Count - 1 - index]);
            }

            bank.WakeAll(0, 0);
            long[] ready = ReadyOf(bank);
            Assert.Equal((first, 4_524, last), (ready[0], ready[7], ready[15]));
        }

        // Lowest first, whatever lies between two of them; of two alike the one nearer to the first battery. A second from one to the next.
        [Fact]
        public void Wake_OfSwitchesWithGapsAndTwins_IsInTheirOrderAndThenAlongTheChain()
        {
            var bank = new BatteryBank(
                TestProfiles.With("generic-16s-100", (ProfileKey.StartupMilliseconds, 3_000), (ProfileKey.WakeStepMilliseconds, 1_000)), 5, new Prng(1));
            int[] switches = [9, 2, 9, 0, 12];
            for (int index = 0; index < bank.Count; index++)
            {
                bank.ModuleAt(index).DipSwitch.Set(switches[index]);
            }

            bank.WakeAll(0, 0);
            Assert.Equal([5, 4, 6, 3, 7], ReadyOf(bank).Select(static ready => ready / 1000));
        }

        private static BatteryBank Make(string profile) => new(
            TestProfiles.With(profile, (ProfileKey.StartupMilliseconds, 3_000), (ProfileKey.WakeStepMilliseconds, 130)), 16, new Prng(1));

        private static long[] ReadyOf(BatteryBank bank)
        {
            long[] ready = new long[bank.Count];
            while (ready.Contains(0))
            {
                long now = bank.NextEventMilliseconds;
                Assert.InRange(now, 0, 20_000);
                bank.Run(now);
                for (int index = 0; index < bank.Count; index++)
                {
                    ready[index] = ready[index] == 0 && bank.ModuleAt(index).IsRunning ? now : ready[index];
                }
            }

            return ready;
        }
    }
}
