using System;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Discovery, loss and return over the RS485 chain, and how one bank is made of what was received.</summary>
    public class ChainTests
    {
        [Theory]
        [InlineData(1)]
        [InlineData(4)]
        [InlineData(15)]
        public void Discovery_Takes187MsForEachAnswerAnd500ForEachSilence(int batteries)
        {
            var rack = new Rack(batteries, awake: false);
            rack.AllBreakers(true);
            rack.PressReset(1);
            rack.WaitUntil(() => rack.Bank.Master.Battery == 0, 20, 1);
            long speaking = rack.Now;
            rack.WaitUntil(() => rack.Sent.Any(), 20, 1);
            long round = rack.Now - speaking;

            // Before it asks, the master gives its chain of 15 the time to wake: 130 ms for each and a second.
            long asking = round - ((15 * 130) + 1000);
            Assert.InRange(asking, ((batteries - 1) * 187L) + ((15 - batteries) * 500), ((batteries - 1) * 187L) + ((15 - batteries) * 500) + 5);
            rack.Wait(1);
            Assert.Equal(batteries, rack.ModulesOnWire);
        }

        [Fact]
        public void Follower_Silent_IsLostAfterThreeMissedPollsAndNotBefore()
        {
            var rack = new Rack(3);
            rack.Wait(10);
            rack.Battery(3).Reply = ReplyKind.Silent;
            rack.Bank.Refresh();
            long silent = rack.Now;
            long lost = rack.WaitUntil(() => rack.ModulesOnWire == 2, 15, 10);

            // Rounds of up to 187 + 500 + 500 ms, three of them missed, and the report is renewed once a second.
            Assert.InRange(lost, 2000, 7000);
            Assert.Equal(0x0800, rack.AlarmsOnWire & 0x0800);
            rack.Battery(3).Reply = ReplyKind.Normal;
            rack.Bank.Refresh();
            rack.WaitUntil(() => rack.ModulesOnWire == 3, 6, 10);
            rack.Wait(2);
            Assert.Equal(0, rack.AlarmsOnWire & 0x0800);
        }

        [Theory]
        [InlineData(1)]
        [InlineData(3)]
        [InlineData(5)]
        public void Cable_CutAnywhere_AllBeyondVanishTogetherAndTheirCurrentStillFlows(int after)
        {
            var rack = new Rack(6);
            rack.Current(-120);
            rack.Wait(10);

            // Each battery measures in its own part of a second, while all of them still go over to their branch of discharge.
            Assert.InRange(rack.CurrentOnWire, -121_500, -119_000);
            rack.ForgetFrames();
            rack.Cable(after, false);
            rack.Wait(25);
            Assert.Equal(after, rack.ModulesOnWire);
            int reached = rack.CurrentOf(1, after);
            Assert.InRange(reached, -23_000 * after, -17_000 * after);
            Assert.InRange(rack.CurrentOnWire, reached - 1000, reached + 1000);
            Assert.Equal(-120_000, rack.Bank.Bank.CurrentMilliamps);

            // A report is put together over a second, so one may stand half-way.
            byte[] counts = rack.Sent.Where(frame => frame.Id == 0x359).Select(frame => frame.Data[4]).ToArray();
            Assert.InRange(counts.Count(count => count != 6 && count != after), 0, 1);
            Assert.Equal(0x0800, rack.AlarmsOnWire & 0x0800);
            rack.Cable(after, true);
            rack.Wait(20);
            Assert.Equal(6, rack.ModulesOnWire);
        }

        [Theory]
        [InlineData(GapPolicy.StopAndAlarm, 2, 0x0800)]
        [InlineData(GapPolicy.Stop, 2, 0)]
        [InlineData(GapPolicy.Skip, 3, 0)]
        public void Gap_InTheAddresses_IsTreatedAsThePolicySays(GapPolicy policy, int expected, int alarm)
        {
            var rack = new Rack(3, awake: false);
            rack.Dip(3, 4);
            rack.Bank.Bank.Policies.Gaps = policy;
            rack.AllBreakers(true);
            rack.PressReset(1);
            rack.Wait(30);
            Assert.Equal(expected, rack.ModulesOnWire);
            Assert.Equal(alarm, rack.AlarmsOnWire);
        }

        [Fact]
        public void Zeros_AValidAnswerOfZeros_CountsAndDragsEverythingDown()
        {
            var rack = new Rack(2, soc: 605);
            rack.Wait(5);
            int voltage = rack.VoltageOnWire;
            rack.Battery(2).Reply = ReplyKind.Zeros;
            rack.Bank.Refresh();
            rack.Wait(5);
            Assert.Equal(2, rack.ModulesOnWire);
            Assert.InRange(rack.VoltageOnWire, (voltage / 2) - 100, (voltage / 2) + 100);
            Assert.Equal(60, rack.SocOnWire);
            Assert.InRange(rack.ChargeLimitOnWire, 95_000, 100_000);
        }

        [Theory]
        [InlineData(LimitPolicy.Sum, 240_000)]
        [InlineData(LimitPolicy.Weakest, 120_000)]
        [InlineData(LimitPolicy.Master, 100_000)]
        public void ChargeLimit_OneBatteryTapering_IsMadeByThePolicy(LimitPolicy policy, int expected)
        {
            var rack = new Rack(3, soc: 500);
            rack.Bank.Bank.Policies.Limits = policy;
            rack.Breaker(3, true);
            rack.AllBreakers(true);
            rack.Battery(3).SetSocPermille(900);
            Isolate(rack, 3);
            rack.Wait(6);
            Assert.Equal(expected, rack.ChargeLimitOnWire);
        }

        [Theory]
        [InlineData(SocPolicy.Weighted, 60)]
        [InlineData(SocPolicy.Lowest, 30)]
        [InlineData(SocPolicy.Highest, 90)]
        [InlineData(SocPolicy.Master, 60)]
        public void Soc_IsMadeByThePolicy(SocPolicy policy, int expected)
        {
            var rack = new Rack(3, soc: 605);
            rack.Bank.Bank.Policies.Soc = policy;
            rack.Battery(2).SetSocPermille(305);
            rack.Battery(3).SetSocPermille(905);
            rack.AllBreakers(false);
            rack.Wait(6);
            Assert.Equal(expected, rack.SocOnWire);
        }

        [Theory]
        [InlineData(TemperaturePolicy.Mean, 250)]
        [InlineData(TemperaturePolicy.Highest, 400)]
        [InlineData(TemperaturePolicy.Lowest, 100)]
        public void Temperature_IsMadeByThePolicy(TemperaturePolicy policy, int expected)
        {
            var rack = new Rack(3);
            rack.Bank.Bank.Policies.Temperature = policy;
            rack.Temperature(2, 100);
            rack.Temperature(3, 400);
            rack.Wait(6);
            Assert.InRange(rack.TemperatureOnWire, expected - 2, expected + 2);
        }

        [Theory]
        [InlineData(FlagPolicy.Any, 0x10, 0)]
        [InlineData(FlagPolicy.All, 0, 0x10)]
        public void Protection_OfOneBattery_IsMadeByThePolicy(FlagPolicy policy, int protections, int alarms)
        {
            var rack = new Rack(TestProfiles.With("endur-esp5100", ProtectionSets.Eg4), batteries: 2);
            rack.Bank.Bank.Policies.Flags = policy;
            rack.Temperature(2, -80);
            rack.Wait(6);
            Assert.Equal(protections, rack.ProtectionsOnWire);
            Assert.Equal(alarms, rack.AlarmsOnWire);
            rack.Temperature(1, -80);
            rack.Wait(6);
            Assert.Equal(0x10, rack.ProtectionsOnWire);
        }

        [Fact]
        public void Requests_ForceAndFullCharge_FollowTheirWindows()
        {
            var rack = new Rack(soc: 500);
            rack.Wait(3);
            Assert.Equal(0xC0, rack.LastOf(0x35C)[0]);
            rack.Bank.Master.Aggregator.Requests.SinceFullSeconds = (30 * 86400) - 5;
            rack.Wait(10);
            Assert.Equal(0xC8, rack.LastOf(0x35C)[0]);
            rack.Soc(1, 975);
            rack.Wait(3);
            Assert.Equal(0xC0, rack.LastOf(0x35C)[0]);
            rack.Soc(1, 88);
            rack.Wait(3);
            Assert.Equal(0x10, rack.LastOf(0x35C)[0] & 0x30);
            rack.Soc(1, 125);
            rack.Wait(3);
            Assert.Equal(0x10, rack.LastOf(0x35C)[0] & 0x30);
            rack.Soc(1, 140);
            rack.Wait(3);
            Assert.Equal(0, rack.LastOf(0x35C)[0] & 0x30);
        }

        // Breaker off would take it out of the limits; a high resistance keeps it from sharing.
        private static void Isolate(Rack rack, int battery)
        {
            rack.Battery(battery).SetResistancePermille(100_000);
            rack.Bank.Refresh();
        }
    }
}
