using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>What a battery takes up when its BMS starts, what it then forgets, and what it keeps while it sleeps.</summary>
    public class BatteryStartTests
    {
        private readonly BatteryAlone _battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.StartupMilliseconds, 3_000)));

        private BatteryModule Module => _battery.Module;

        [Fact]
        public void InService_AtOnce_HasItsAddressItsPathAndItsLimits()
        {
            Module.DipSwitch.Set(5);
            Assert.Equal((0, false, 0), (Module.Address, Module.CanCharge, Module.DischargeCurrentLimitMilliamps));
            Module.SkipToRunning();
            Assert.Equal((5, true, true, 100_000, 100_000), (
                Module.Address, Module.CanCharge, Module.CanDischarge, Module.ChargeCurrentLimitMilliamps, Module.DischargeCurrentLimitMilliamps));
        }

        // Whatever second its cells are looked at in: the second in which it runs has its limits.
        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        [InlineData(2)]
        public void Ready_InTheVerySecond_HasItsLimits(int shift)
        {
            Module.ShiftCellTurn(shift);
            Module.Power.SetBreaker(true, 0);
            Module.Power.Wake(0, 0);
            while (!Module.IsRunning)
            {
                Assert.Equal((0, 0), (Module.ChargeCurrentLimitMilliamps, Module.DischargeCurrentLimitMilliamps));
                Assert.InRange(_battery.NowMilliseconds, 0, 5_000);
                _battery.Pass(0, 1);
            }

            Assert.Equal((100_000, 100_000), (Module.ChargeCurrentLimitMilliamps, Module.DischargeCurrentLimitMilliamps));
        }

        [Fact]
        public void Switches_SetWhileItRunsOrSleeps_AreReadWithTheNextStart()
        {
            Module.DipSwitch.Set(5);
            Module.SkipToRunning();
            Module.DipSwitch.Set(6);
            _battery.Pass(0, 3);
            Assert.Equal(5, Module.Address);
            Module.Power.Sleep();
            _battery.Pass(0, 3);
            Assert.Equal((5, false), (Module.Address, Module.IsRunning));
            Module.Power.Wake(_battery.NowMilliseconds, 0);
            _battery.Pass(0, 1);
            Assert.Equal((6, false), (Module.Address, Module.IsRunning));
            _battery.Pass(0, 2);
            Assert.Equal((6, true), (Module.Address, Module.IsRunning));
        }

        // What a sleeping BMS holds is still held when nothing has started it anew; a start forgets it.
        [Fact]
        public void Restart_ForgetsWhatWasHeld_AndSleepDoesNot()
        {
            Module.SkipToRunning();
            Module.HeldOpen = Blocks.Charge;
            Module.IsWaitingToJoin = true;
            Module.Power.Sleep();
            _battery.Pass(0, 2);
            Assert.Equal((Blocks.Charge, true), (Module.HeldOpen, Module.IsWaitingToJoin));
            Module.Power.Wake(_battery.NowMilliseconds, 0);
            _battery.Pass(0, 1);
            Assert.Equal((0, false), (Module.HeldOpen, Module.IsWaitingToJoin));
        }

        [Fact]
        public void Restart_ForgetsItsProtections()
        {
            Module.SkipToRunning();
            _battery.At(900).Pass(0, 30);
            Assert.NotEqual((0, 0), (Module.Protections.Alarms, Module.Protections.Protections));
            Assert.False(Module.CanCharge);
            Module.Power.Sleep();
            _battery.Pass(0, 3);
            Assert.NotEqual(0, Module.Protections.Protections);
            Module.Power.Wake(_battery.NowMilliseconds, 0);
            _battery.Pass(0, 1);
            Assert.Equal((0, 0, 0), (Module.Protections.Alarms, Module.Protections.Protections, Module.Protections.Blocked));
            Assert.True(BatteryModule.IsOpen(Module.PathKey));
        }

        // A current that was about to trip a row trips nothing in a BMS that sleeps.
        [Fact]
        public void Sleep_WhileAFastRowIsPending_DropsIt()
        {
            Module.SkipToRunning();
            ProtectionRule row = System.Array.Find(
                ProtectionSets.Create(TestProfiles.With("generic-16s-100").TextOf(ProfileKey.ProtectionSet)).Rules,
                rule => rule.Quantity == Quantity.DischargeCurrent && rule.DelayMilliseconds is > 0 and <= 1000)!;
            Assert.False(Module.Protections.WatchCurrent(-row.Protect, 1000));
            Assert.Equal(1000 + row.DelayMilliseconds, Module.Protections.FastDueMilliseconds);
            Module.Power.Sleep();
            _battery.Pass(0, 1);
            Assert.Equal(long.MaxValue, Module.Protections.FastDueMilliseconds);
        }

        // The catch-up limiter is out when the BMS no longer works.
        [Fact]
        public void Sleep_WhileTheLimiterHolds_EndsIt()
        {
            BatteryAlone battery = BatteryAlone.Of(BatteryAlone.Plain((ProfileKey.ChargeLimiterStartMilliamps, 10_000)));
            battery.Module.SkipToRunning();
            battery.Module.RecordCurrent(12_000);
            Assert.True(battery.Module.IsLimiting);
            battery.Module.Power.Sleep();
            battery.Pass(0, 1);
            Assert.False(battery.Module.IsLimiting);
        }
    }
}
