using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Every cause in every state of a BMS: where it leads, and what the BMS says of it.</summary>
    public class PowerArcTests
    {
        private const string Any = "generic-16s-100";
        private const string BreakerFed = "powersync-lfp-lv-8bit";
        private const int HealthyMillivolts = 3300;
        private const int EmptyMillivolts = 1000;

        [Theory]
        [InlineData(PowerState.Off, "press", PowerState.Starting, PowerCause.ResetPressed)]
        [InlineData(PowerState.Asleep, "press", PowerState.Starting, PowerCause.ResetPressed)]
        [InlineData(PowerState.Starting, "press", PowerState.Starting, null)]
        [InlineData(PowerState.Running, "press", PowerState.Running, null)]
        [InlineData(PowerState.Off, "hold 3 s", PowerState.Off, null)]
        [InlineData(PowerState.Asleep, "hold 3 s", PowerState.Asleep, null)]
        [InlineData(PowerState.Starting, "hold 3 s", PowerState.Asleep, PowerCause.ResetHeld)]
        [InlineData(PowerState.Running, "hold 3 s", PowerState.Asleep, PowerCause.ResetHeld)]
        [InlineData(PowerState.Off, "hold 6 s", PowerState.Starting, PowerCause.ResetHeldLong)]
        [InlineData(PowerState.Asleep, "hold 6 s", PowerState.Starting, PowerCause.ResetHeldLong)]
        [InlineData(PowerState.Starting, "hold 6 s", PowerState.Starting, PowerCause.ResetHeldLong)]
        [InlineData(PowerState.Running, "hold 6 s", PowerState.Starting, PowerCause.ResetHeldLong)]
        [InlineData(PowerState.Off, "a minute", PowerState.Off, null)]
        [InlineData(PowerState.Asleep, "a minute", PowerState.Asleep, null)]
        [InlineData(PowerState.Starting, "a minute", PowerState.Running, PowerCause.Ready)]
        [InlineData(PowerState.Running, "a minute", PowerState.Running, null)]
        [InlineData(PowerState.Off, "empty at rest", PowerState.Off, null)]
        [InlineData(PowerState.Asleep, "empty at rest", PowerState.Asleep, null)]
        [InlineData(PowerState.Running, "empty at rest", PowerState.Off, PowerCause.DeepDischarge)]
        [InlineData(PowerState.Running, "low at rest", PowerState.Asleep, PowerCause.LowAtRest)]
        [InlineData(PowerState.Asleep, "low at rest", PowerState.Asleep, null)]
        [InlineData(PowerState.Running, "in service", PowerState.Running, PowerCause.InService)]
        [InlineData(PowerState.Asleep, "in service", PowerState.Running, PowerCause.InService)]
        public void Cause_InAState_LeadsToOneOther(PowerState from, string happening, PowerState to, PowerCause? cause)
        {
            (BmsPower power, BatteryProfile profile) = In(Any, from);
            PowerCause before = power.Cause;

            Happen(power, profile, happening);

            Assert.Equal((to, cause ?? before), (power.State, power.Cause));
        }

        [Theory]
        [InlineData(PowerState.Off, PowerState.Starting, PowerCause.BreakerClosed)]
        [InlineData(PowerState.Running, PowerState.Running, null)]
        public void BreakerThatFeedsTheBms_OpenAndClosedAtOnce_StartsOnlyWhatIsOff(PowerState from, PowerState to, PowerCause? cause)
        {
            (BmsPower power, _) = In(BreakerFed, from);
            PowerCause before = power.Cause;

            power.SetBreaker(false, 100_000);
            power.SetBreaker(true, 101_000);

            Assert.Equal((to, cause ?? before), (power.State, power.Cause));
        }

        [Fact]
        public void BreakerThatFeedsTheBms_OpenForLong_TakesTheSupplyAndSaysSoOnce()
        {
            (BmsPower power, _) = In(BreakerFed, PowerState.Running);

            power.SetBreaker(false, 100_000);
            Pass(power, 100, 60, HealthyMillivolts);
            power.Wake(170_000, 0);

            Assert.Equal((PowerState.Off, PowerCause.SupplyLost), (power.State, power.Cause));
        }

        [Fact]
        public void OutOfTheBox_SleepsOrIsOff_AsTheProductIsFed()
        {
            Assert.Equal((PowerState.Asleep, PowerCause.Unpacked), Said(Boxed(Any)));
            Assert.Equal((PowerState.Off, PowerCause.Unpacked), Said(Boxed(BreakerFed)));
        }

        private static (PowerState State, PowerCause Cause) Said(BmsPower power) => (power.State, power.Cause);

        private static BmsPower Boxed(string product) => new(new BatteryConstants(ProfileCatalogue.Create(product), OcvCurve.CreateLfp()));

        private static (BmsPower Power, BatteryProfile Profile) In(string product, PowerState state)
        {
            BatteryProfile profile = ProfileCatalogue.Create(product);
            BmsPower power = Boxed(product);
            power.SkipToRunning();
            _ = power.ConsumeRestart();
            switch (state)
            {
                case PowerState.Off: Pass(power, 0, profile.NumberOf(ProfileKey.ShutdownSeconds) + 1, EmptyMillivolts); break;
                case PowerState.Asleep: power.Sleep(); break;
                case PowerState.Starting: power.Restart(0); break;
                default: break;
            }

            Assert.Equal(state, power.State);
            return (power, profile);
        }

        private static void Happen(BmsPower power, BatteryProfile profile, string happening)
        {
            switch (happening)
            {
                case "press": power.Wake(100_000, 0); break;
                case "hold 3 s": power.Sleep(); break;
                case "hold 6 s": power.Restart(100_000); break;
                case "in service": power.SkipToRunning(); break;
                case "a minute":
                    _ = power.ConsumeRestart();
                    Pass(power, 100, 60, HealthyMillivolts);
                    break;
                case "empty at rest": Pass(power, 100, profile.NumberOf(ProfileKey.ShutdownSeconds) + 1, EmptyMillivolts); break;
                case "low at rest": Pass(power, 100, profile.NumberOf(ProfileKey.SleepSeconds) + 1, profile.NumberOf(ProfileKey.SleepCellMillivolts) - 1); break;
                default: throw new ArgumentOutOfRangeException(nameof(happening), happening, "no such thing");
            }
        }

        private static void Pass(BmsPower power, int fromSecond, int seconds, int cellMinMillivolts)
        {
            for (int second = 0; second <= seconds; second++)
            {
                power.StepOneSecond((fromSecond + second) * 1000L, cellMinMillivolts, 0);
            }
        }
    }
}
