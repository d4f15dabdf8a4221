using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>To the second and the milliamp: when a BMS is ready, sleeps, shuts down or loses its supply.</summary>
    public class PowerTimeTests
    {
        private const int Healthy = 3300;

        private readonly BmsPower _power = Make(0);
        private readonly BmsPower _fed = Make(1);

        private static BmsPower Make(int breakerPowersBms, params (ProfileKey Key, int Number)[] changes)
        {
            BatteryProfile profile = TestProfiles.With(
                "generic-16s-100",
                [
                    .. changes,
                    (ProfileKey.BreakerPowersBms, breakerPowersBms),
                    (ProfileKey.BreakerHoldMilliseconds, 20_000),
                    (ProfileKey.StartupMilliseconds, 5_000),
                    (ProfileKey.SleepCellMillivolts, 2800),
                    (ProfileKey.SleepSeconds, 10),
                    (ProfileKey.ShutdownCellMillivolts, 2500),
                    (ProfileKey.ShutdownSeconds, 4),
                ]);
            return new BmsPower(new BatteryConstants(profile, OcvCurve.CreateLfp()));
        }

        [Theory]
        [InlineData(0, 104_999, PowerState.Starting)]
        [InlineData(0, 105_000, PowerState.Running)]
        [InlineData(300, 105_299, PowerState.Starting)]
        [InlineData(300, 105_300, PowerState.Running)]
        public void Wake_WithADelay_IsReadyAfterItAndTheStart(int delayMilliseconds, long nowMilliseconds, PowerState state)
        {
            _power.Wake(100_000, delayMilliseconds);
            Assert.True(_power.ConsumeRestart());
            Assert.False(_power.ConsumeRestart());
            _power.StepOneSecond(nowMilliseconds, Healthy, 0);
            Assert.Equal(state, _power.State);
            Assert.Equal(state == PowerState.Running ? PowerCause.Ready : PowerCause.ResetPressed, _power.Cause);
        }

        [Fact]
        public void Ready_BeforeTheSwitchesAreRead_WaitsForThem()
        {
            _power.Wake(0, 0);
            _power.StepOneSecond(60_000, Healthy, 0);
            Assert.Equal((PowerState.Starting, PowerCause.ResetPressed), (_power.State, _power.Cause));
            Assert.True(_power.ConsumeRestart());
            _power.StepOneSecond(61_000, Healthy, 0);
            Assert.Equal((PowerState.Running, PowerCause.Ready), (_power.State, _power.Cause));
            Assert.False(_power.ConsumeRestart());
        }

        [Fact]
        public void InService_ReadsItsSwitches_AndSleepDoesNot()
        {
            Assert.False(_power.ConsumeRestart());
            _power.SkipToRunning();
            Assert.Equal((PowerState.Running, PowerCause.InService), (_power.State, _power.Cause));
            Assert.True(_power.IsBreakerOn);
            Assert.True(_power.ConsumeRestart());
            _power.Sleep();
            Assert.False(_power.ConsumeRestart());
            _power.Restart(0);
            _power.Sleep();
            Assert.True(_power.ConsumeRestart());
        }

        // Low at rest: ten seconds below 2.8 V with less than 1 A either way.
        [Theory]
        [InlineData(2799, 0, 10)]
        [InlineData(2799, 999, 10)]
        [InlineData(2799, -999, 10)]
        [InlineData(2799, 1000, -1)]
        [InlineData(2799, -1000, -1)]
        [InlineData(2800, 0, -1)]
        [InlineData(2500, 0, 10)]
        [InlineData(2500, -5000, -1)]
        public void LowAtRest_TenSeconds_Sleeps(int cellMillivolts, int milliamps, int second)
        {
            (int, PowerState, PowerCause) end = UntilItEnds(_power, cellMillivolts, milliamps);
            Assert.Equal(second < 0 ? (-1, PowerState.Running, PowerCause.InService) : (second, PowerState.Asleep, PowerCause.LowAtRest), end);
        }

        // Deep discharge: four seconds below 2.5 V while nothing charges it.
        [Theory]
        [InlineData(2499, 0, 4)]
        [InlineData(2499, -50_000, 4)]
        [InlineData(2499, 1, 10)]
        [InlineData(2499, 5000, -1)]
        public void DeepDischarge_FourSeconds_IsOff(int cellMillivolts, int milliamps, int second)
        {
            (int, PowerState, PowerCause) expected = second switch
            {
                4 => (4, PowerState.Off, PowerCause.DeepDischarge),
                10 => (10, PowerState.Asleep, PowerCause.LowAtRest),
                _ => (-1, PowerState.Running, PowerCause.InService),
            };
            Assert.Equal(expected, UntilItEnds(_power, cellMillivolts, milliamps));
        }

        [Theory]
        [InlineData(2799, 9)]
        [InlineData(2499, 3)]
        public void Counts_InterruptedForASecond_StartOver(int cellMillivolts, int seconds)
        {
            _power.SkipToRunning();
            for (int round = 0; round < 4; round++)
            {
                for (int second = 0; second < seconds; second++)
                {
                    _power.StepOneSecond(1000, cellMillivolts, 0);
                }

                Assert.Equal(PowerState.Running, _power.State);
                bool isHealthy = round % 2 == 0;
                _power.StepOneSecond(1000, isHealthy ? Healthy : cellMillivolts, isHealthy ? 0 : 2000);
                Assert.Equal(PowerState.Running, _power.State);
            }
        }

        [Fact]
        public void Counts_AcrossASleep_StartOver()
        {
            _power.SkipToRunning();
            for (int second = 0; second < 9; second++)
            {
                _power.StepOneSecond(1000, 2799, 0);
            }

            _power.Sleep();
            _power.StepOneSecond(1000, 2799, 0);
            _power.SkipToRunning();
            for (int second = 0; second < 9; second++)
            {
                _power.StepOneSecond(1000, 2799, 0);
            }

            Assert.Equal(PowerState.Running, _power.State);
            _power.StepOneSecond(1000, 2799, 0);
            Assert.Equal(PowerState.Asleep, _power.State);
        }

        [Theory]
        [InlineData(19_999, PowerState.Running)]
        [InlineData(20_000, PowerState.Off)]
        public void FedByTheBreaker_Opened_LivesForItsHold(int milliseconds, PowerState state)
        {
            _fed.SkipToRunning();
            _fed.SetBreaker(false, 100_000);
            Assert.False(_fed.IsBreakerOn);
            _fed.StepOneSecond(100_000 + milliseconds, Healthy, 0);
            Assert.Equal(state, _fed.State);
            Assert.Equal(state == PowerState.Off ? PowerCause.SupplyLost : PowerCause.InService, _fed.Cause);
        }

        [Theory]
        [InlineData(19_999, PowerState.Running)]
        [InlineData(20_000, PowerState.Starting)]
        public void FedByTheBreaker_ClosedAgain_StartsOnlyAfterItsHold(int milliseconds, PowerState state)
        {
            _fed.SkipToRunning();
            _fed.SetBreaker(false, 100_000);
            _fed.SetBreaker(false, 115_000);
            _fed.SetBreaker(true, 100_000 + milliseconds);
            Assert.Equal(state, _fed.State);
        }

        [Fact]
        public void FedByTheBreaker_OutOfTheBox_StartsWithItsBreaker()
        {
            Assert.False(_fed.IsBreakerOn);
            _fed.Wake(0, 0);
            _fed.Restart(0);
            Assert.Equal(PowerState.Off, _fed.State);
            _fed.SetBreaker(true, 1000);
            Assert.Equal((PowerState.Starting, PowerCause.BreakerClosed), (_fed.State, _fed.Cause));
            _fed.SetBreaker(true, 2000);
            Assert.True(_fed.ConsumeRestart());
            _fed.StepOneSecond(5_999, Healthy, 0);
            Assert.Equal(PowerState.Starting, _fed.State);
            _fed.StepOneSecond(6_000, Healthy, 0);
            Assert.Equal(PowerState.Running, _fed.State);
        }

        [Fact]
        public void BreakerThatFeedsNothing_IsNoCause()
        {
            Assert.False(_power.IsBreakerOn);
            _power.SetBreaker(true, 0);
            Assert.True(_power.IsBreakerOn);
            Assert.Equal((PowerState.Asleep, PowerCause.Unpacked), (_power.State, _power.Cause));
            _power.SetBreaker(false, 0);
            _power.StepOneSecond(100_000, Healthy, 0);
            Assert.Equal((PowerState.Asleep, PowerCause.Unpacked), (_power.State, _power.Cause));
            _power.Wake(100_000, 0);
            Assert.Equal(PowerState.Starting, _power.State);
        }

        // A BMS that was shut down comes back with RST, whatever its breaker does, unless the breaker feeds it and is closed.
        [Theory]
        [InlineData(0, PowerState.Off)]
        [InlineData(1, PowerState.Starting)]
        public void DeepDischarged_BreakerOpenedAndClosed_StartsOnlyWhatItFeeds(int breakerPowersBms, PowerState state)
        {
            BmsPower power = Make(breakerPowersBms);
            power.SkipToRunning();
            for (int second = 1; second <= 4; second++)
            {
                power.StepOneSecond(second * 1000, 2400, 0);
            }

            Assert.Equal((PowerState.Off, PowerCause.DeepDischarge), (power.State, power.Cause));
            power.SetBreaker(false, 5000);
            Assert.Equal((PowerState.Off, PowerCause.DeepDischarge), (power.State, power.Cause));
            power.SetBreaker(true, 6000);
            Assert.Equal(state, power.State);
        }

        // A level of deep discharge above that of sleep: between the two, and at that of sleep, it shuts down and does not sleep.
        [Theory]
        [InlineData(2899, 0, 4, PowerCause.DeepDischarge)]
        [InlineData(2850, -5000, 4, PowerCause.DeepDischarge)]
        [InlineData(2800, 0, 4, PowerCause.DeepDischarge)]
        [InlineData(2800, 500, -1, PowerCause.InService)]
        [InlineData(2799, 500, 10, PowerCause.LowAtRest)]
        [InlineData(2900, 0, -1, PowerCause.InService)]
        public void DeepDischarge_AboveTheLevelOfSleep_HasItsOwn(int cellMillivolts, int milliamps, int second, PowerCause cause)
        {
            (int Second, PowerState, PowerCause Cause) end = UntilItEnds(
                Make(0, (ProfileKey.ShutdownCellMillivolts, 2900)), cellMillivolts, milliamps);
            Assert.Equal((second, cause), (end.Second, end.Cause));
        }

        // No time at all is the first second in which it is so; a cell that is low for the one is none for the other, nor is one with a current.
        [Theory]
        [InlineData(2799, 0, 1, PowerCause.LowAtRest)]
        [InlineData(2799, -5000, -1, PowerCause.InService)]
        [InlineData(2800, 0, -1, PowerCause.InService)]
        [InlineData(2499, -5000, 1, PowerCause.DeepDischarge)]
        [InlineData(2499, 5000, -1, PowerCause.InService)]
        public void Times_OfNoSeconds_ActInTheFirstSecondThatIsSo(int cellMillivolts, int milliamps, int second, PowerCause cause)
        {
            (int Second, PowerState, PowerCause Cause) end = UntilItEnds(
                Make(0, (ProfileKey.SleepSeconds, 0), (ProfileKey.ShutdownSeconds, 0)), cellMillivolts, milliamps);
            Assert.Equal((second, cause), (end.Second, end.Cause));
        }

        // RST again while it starts changes nothing; held and let go it sleeps again, and wakes anew with its whole time.
        [Fact]
        public void Starting_WokenAgain_IsReadyAtItsTime_AndCanBePutToSleep()
        {
            _power.Wake(0, 0);
            Assert.True(_power.ConsumeRestart());
            _power.Wake(3_000, 0);
            Assert.False(_power.ConsumeRestart());
            _power.StepOneSecond(4_999, Healthy, 0);
            Assert.Equal(PowerState.Starting, _power.State);
            _power.Sleep();
            Assert.Equal((PowerState.Asleep, PowerCause.ResetHeld), (_power.State, _power.Cause));
            _power.Wake(5_000, 0);
            Assert.True(_power.ConsumeRestart());
            _power.StepOneSecond(9_999, Healthy, 0);
            Assert.Equal(PowerState.Starting, _power.State);
            _power.StepOneSecond(10_000, Healthy, 0);
            Assert.Equal(PowerState.Running, _power.State);
        }

        // The second in which it ends, and how; -1 for not within a minute.
        private static (int Second, PowerState State, PowerCause Cause) UntilItEnds(BmsPower power, int cellMillivolts, int milliamps)
        {
            power.SkipToRunning();
            for (int second = 1; second <= 60; second++)
            {
                power.StepOneSecond(second * 1000, cellMillivolts, milliamps);
                if (power.State != PowerState.Running)
                {
                    return (second, power.State, power.Cause);
                }
            }

            return (-1, power.State, power.Cause);
        }
    }
}
