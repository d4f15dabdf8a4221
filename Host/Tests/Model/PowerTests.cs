using System;
using System.Linq;
using BatterySim.Bms.Battery;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Breakers, RST, sleep, deep discharge and start-up.</summary>
    public class PowerTests
    {
        [Fact]
        public void ColdStart_OutOfTheBox_IsSilentUntilBreakersAndRst()
        {
            var rack = new Rack(3, awake: false);
            rack.Wait(30);
            Assert.Empty(rack.Sent);
            rack.AllBreakers(true);
            rack.Wait(30);
            Assert.Empty(rack.Sent);
            Assert.Equal(0, rack.Bank.Bank.VoltageMillivolts);
            rack.PressReset(1);
            rack.WaitUntil(() => rack.Sent.Any(), 20);
            Assert.NotEqual(0, rack.Bank.Bank.VoltageMillivolts);
        }

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(4)]
        public void Rst_OnAnyBattery_WakesAllInAddressOrder(int pressed)
        {
            var rack = new Rack(4, awake: false);
            rack.AllBreakers(true);
            rack.Bank.PressReset(pressed - 1);
            long pressedAt = rack.Now;
            rack.Bank.ReleaseReset(pressed - 1);
            long[] wokenAt = new long[4];
            rack.WaitUntil(
                () =>
                {
                    for (int index = 0; index < 4; index++)
                    {
                        if (wokenAt[index] == 0 && rack.Battery(index + 1).IsRunning)
                        {
                            wokenAt[index] = rack.Now - pressedAt;
                        }
                    }

                    return wokenAt.All(time => time > 0);
                },
                20,
                10);

            // 3 s of start-up, 130 ms for each place in the order; looked at once a second.
            for (int index = 0; index < 4; index++)
            {
                Assert.InRange(wokenAt[index], 3000 + (130 * index), 4010 + (130 * index));
            }
        }

        // "In any of the batteries to turn all of them on" (Sol-Ark knowledge base, SOK): one that runs wakes its neighbours too, and goes on itself.
        [Fact]
        public void Rst_OnARunningBattery_WakesSleepingNeighboursAndASleepingMaster()
        {
            var rack = new Rack(4);
            rack.Battery(1).Power.Sleep();
            rack.Battery(3).Power.Sleep();
            rack.Bank.Refresh();
            rack.Wait(5);
            rack.ForgetFrames();
            rack.Wait(3);
            Assert.Empty(rack.Sent);
            rack.Bank.Execute("EVEN:CLE");
            rack.PressReset(2);
            rack.Wait(8);
            Assert.All([1, 2, 3, 4], battery => Assert.True(rack.Battery(battery).IsRunning));

            // A master that wakes asks every address once before it speaks.
            rack.Wait(12);
            Assert.Equal(4, rack.ModulesOnWire);
            Assert.DoesNotContain("starting, battery 2", rack.Bank.Execute("EVEN:ALL?"), System.StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("sok-sk48v100", 1)]
        [InlineData("sok-sk48v100", 4)]
        [InlineData("generic-16s-100", 16)]
        [InlineData("pylontech-us5000", 3)]
        public void Start_FirstFrames_CarryNothingThatMerelyIsNotKnownYet(string product, int batteries)
        {
            var rack = new Rack(batteries, product, awake: false, soc: 630);
            rack.AllBreakers(true);
            rack.PressReset(1);
            rack.WaitUntil(() => rack.Sent.Any(), 30);
            rack.Wait(20);
            Assert.All(rack.Sent.Where(frame => frame.Id == 0x355), frame => Assert.InRange(Rack.S16(frame.Data, 0), 62, 63));
            Assert.All(rack.Sent.Where(frame => frame.Id == 0x351), AssertLimits);
            Assert.All(rack.Sent.Where(frame => frame.Id == 0x356), frame => Assert.InRange(Rack.S16(frame.Data, 0), 4500, 5700));
            Assert.All(rack.Sent.Where(frame => frame.Id == 0x359), frame => Assert.Equal(batteries, frame.Data[4]));

            static void AssertLimits(BusFrame frame)
            {
                Assert.True(Rack.S16(frame.Data, 0) > 500);
                Assert.True(Rack.S16(frame.Data, 2) > 0);
                Assert.True(Rack.S16(frame.Data, 4) > 0);
            }
        }

        [Fact]
        public void Start_StandAloneBattery_NeverClaimsALimitOfZero()
        {
            for (int offset = 0; offset < 2000; offset += 250)
            {
                var rack = new Rack(1, awake: false, soc: 630);
                rack.Dip(1, 0);
                rack.AllBreakers(true);
                rack.Wait(offset / 1000.0);
                rack.PressReset(1);
                rack.WaitUntil(() => rack.Sent.Count(frame => frame.Id == 0x351) >= 5, 30);
                Assert.All(
                    rack.Sent.Where(frame => frame.Id == 0x351),
                    frame => Assert.True(Rack.S16(frame.Data, 2) > 0 && Rack.S16(frame.Data, 4) > 0));
            }
        }

        [Theory]
        [InlineData(2.9, PowerState.Running)]
        [InlineData(3.0, PowerState.Asleep)]
        [InlineData(5.9, PowerState.Asleep)]
        [InlineData(6.0, PowerState.Starting)]
        public void Rst_HeldOnAnAwakeBattery_DoesWhatItsTimeSays(double seconds, PowerState expected)
        {
            var rack = new Rack(2);
            rack.Wait(5);
            rack.PressReset(2, seconds);
            Assert.Equal(expected, rack.Battery(2).Power.State);
            Assert.Equal(PowerState.Running, rack.Battery(1).Power.State);
        }

        [Fact]
        public void Rst_RestartOfTheMaster_SilencesTheBusUntilItKnowsTheBankAgain()
        {
            var rack = new Rack(3);
            rack.Wait(5);
            rack.PressReset(1, 6);
            long restarted = rack.Now;
            rack.Wait(20);
            BusFrame first = rack.SentSince(restarted + 5).First(frame => frame.Id == 0x351);
            Assert.InRange(first.Milliseconds - restarted, 3000, 16_000);
            Assert.Equal(3, rack.ModulesOnWire);
        }

        [Fact]
        public void Sleep_FiveMinutesAtRestBelowThreePointOne_AndRstWakes()
        {
            var rack = new Rack(soc: 20);
            Assert.InRange(rack.Battery(1).CellMinMillivolts, 2500, 3099);
            rack.Wait(295);
            Assert.Equal(PowerState.Running, rack.Battery(1).Power.State);
            rack.Wait(10);
            Assert.Equal(PowerState.Asleep, rack.Battery(1).Power.State);
            long asleep = rack.Now;
            rack.Wait(60);
            Assert.Empty(rack.SentSince(asleep));
            rack.PressReset(1);
            rack.Wait(20);
            Assert.NotEmpty(rack.SentSince(asleep));
        }

        [Fact]
        public void Sleep_UnderLoad_DoesNotCome()
        {
            var rack = new Rack(soc: 25);
            rack.Current(2);
            rack.Wait(400);
            Assert.Equal(PowerState.Running, rack.Battery(1).Power.State);
        }

        [Fact]
        public void DeepDischarge_ShutsDownAfterAMinute_AndComesBackByRstAndCharge()
        {
            var rack = new Rack(soc: 0);
            rack.Battery(1).Cells.SetSocOffset(2, -30);
            rack.Soc(1, 0);
            Assert.InRange(rack.Battery(1).CellMinMillivolts, 0, 2399);
            rack.Wait(55);
            Assert.Equal(PowerState.Running, rack.Battery(1).Power.State);
            rack.Wait(10);
            Assert.Equal(PowerState.Off, rack.Battery(1).Power.State);
            rack.PressReset(1);
            rack.Wait(10);
            rack.Current(20);
            rack.Wait(3600);
            Assert.Equal(PowerState.Running, rack.Battery(1).Power.State);
            Assert.InRange(rack.Battery(1).SocPermille, 150, 250);
        }

        [Theory]
        [InlineData(19, 1)]
        [InlineData(21, 3)]
        public void Powersync_BreakerOffForSeconds_KeepsOrReadsTheAddress(int seconds, int expectedAddress)
        {
            var rack = new Rack(3, "powersync-lfp-lv-8bit");
            rack.Wait(5);
            Assert.Equal(1, rack.Battery(2).Address);
            rack.Breaker(2, false);
            rack.Dip(2, 3);
            rack.Wait(seconds);
            rack.Breaker(2, true);
            rack.Wait(30);
            Assert.Equal(expectedAddress, rack.Battery(2).Address);
            Assert.True(rack.Battery(2).IsRunning);
        }

        [Fact]
        public void Powersync_BreakersOn_StartTheBankWithoutRst()
        {
            var rack = new Rack(2, "powersync-lfp-lv-8bit", awake: false);
            rack.AllBreakers(true);
            rack.Wait(25);
            Assert.NotEmpty(rack.Sent);
            Assert.Equal(2, rack.ModulesOnWire);
        }

        [Fact]
        public void Breaker_Off_TakesTheBatteryOutOfLimitsAndCurrent()
        {
            var rack = new Rack(2);
            rack.Current(-40);
            rack.Wait(3);
            int both = rack.DischargeLimitOnWire;
            rack.Breaker(2, false);
            Assert.Equal(-40_000, rack.Bank.Bank.CurrentOf(0));
            rack.Wait(5);
            Assert.Equal(both / 2, rack.DischargeLimitOnWire);
            Assert.Equal(2, rack.ModulesOnWire);
        }
    }
}
