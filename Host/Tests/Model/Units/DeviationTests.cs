using System;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>What can be odd about a battery is kept each by itself; what it answers its master; its bounds.</summary>
    public class DeviationTests
    {
        private static readonly Deviation[] All =
        [
            new("zeros", m => m.Reply = ReplyKind.Zeros, m => m.Reply = ReplyKind.Normal, m => m.Reply, ReplyKind.Zeros, ReplyKind.Normal),
            new("silent", m => m.Reply = ReplyKind.Silent, m => m.Reply = ReplyKind.Normal, m => m.Reply, ReplyKind.Silent, ReplyKind.Normal),
            new("held", m => m.HeldOpen = 3, m => m.HeldOpen = 0, m => m.HeldOpen, 3, 0),
            new("charge held", m => m.HeldOpen = Blocks.Charge, m => m.HeldOpen = 0, m => m.HeldOpen, Blocks.Charge, 0),
            new("waits", m => m.IsWaitingToJoin = true, m => m.IsWaitingToJoin = false, m => m.IsWaitingToJoin, true, false),
            new("error", m => m.GaugeErrorPermille = 500, m => m.GaugeErrorPermille = 0, m => m.GaugeErrorPermille, 500, 0),
            new("error below", m => m.GaugeErrorPermille = -500, m => m.GaugeErrorPermille = 0, m => m.GaugeErrorPermille, -500, 0),
            new("fault", m => m.FaultErrorPermille = 500, m => m.FaultErrorPermille = 0, m => m.FaultErrorPermille, 500, 0),
            new("fault below", m => m.FaultErrorPermille = -500, m => m.FaultErrorPermille = 0, m => m.FaultErrorPermille, -500, 0),
            new("voltage", m => m.GaugeFollowsVoltage = true, m => m.GaugeFollowsVoltage = false, m => m.GaugeFollowsVoltage, true, false),
            new("voltage fault", m => m.HasVoltageFault = true, m => m.HasVoltageFault = false, m => m.HasVoltageFault, true, false),
            new("protocol", m => m.SpeaksPylontech = false, m => m.SpeaksPylontech = true, m => m.SpeaksPylontech, false, true),
        ];

        public static TheoryData<int> Places => [.. Enumerable.Range(0, All.Length)];

        [Theory]
        [MemberData(nameof(Places))]
        public void Deviation_SetAndCleared_LeavesTheOthersAlone(int place)
        {
            Deviation one = All[place];
            BatteryModule module = Make();
            one.Set(module);
            Assert.Equal(one.Odd, one.Get(module));
            foreach (Deviation other in All.Where(other => other.Get(module).Equals(other.Even)))
            {
                Assert.Equal((one.Name, other.Even), (one.Name, other.Get(module)));
                other.Set(module);
                Assert.Equal(one.Odd, one.Get(module));
                other.Clear(module);
                Assert.Equal((other.Name, one.Odd), (other.Name, one.Get(module)));
            }

            one.Clear(module);
            Assert.Equal(one.Even, one.Get(module));
        }

        [Fact]
        public void HeldOpen_MoreThanTheFets_IsThoseOnly()
        {
            BatteryModule module = Make();
            module.HeldOpen = 0xFF;
            Assert.Equal(3, module.HeldOpen);
            Assert.True(module.SpeaksPylontech);
            Assert.Equal(ReplyKind.Normal, module.Reply);
        }

        [Theory]
        [InlineData(-1, 0)]
        [InlineData(0, 0)]
        [InlineData(1, 1)]
        [InlineData(989, 989)]
        [InlineData(1000, 1000)]
        [InlineData(1001, 1000)]
        public void Soc_Set_IsHeldToItsRange(int permille, int kept)
        {
            BatteryModule module = Make();
            module.SetSocPermille(permille);
            Assert.Equal(kept, module.SocPermille);
            Assert.Equal(100_000L * 3_600_000 / 1000 * kept, module.ChargeMilliampMilliseconds);
            Assert.Equal(kept == 1000, module.Full.IsFull);
        }

        [Theory]
        [InlineData(0, 1, 100)]
        [InlineData(1, 1, 100)]
        [InlineData(800, 800, 80_000)]
        [InlineData(1000, 1000, 100_000)]
        [InlineData(1001, 1000, 100_000)]
        public void Soh_Set_IsHeldToItsRangeAndIsTheCapacity(int permille, int kept, int milliampereHours)
        {
            BatteryModule module = Make();
            module.SetSohPermille(permille);
            Assert.Equal((kept, milliampereHours, 500), (module.SohPermille, module.CapacityMilliampereHours, module.SocPermille));
            Assert.Equal(milliampereHours * 1_800_000L, module.ChargeMilliampMilliseconds);
        }

        [Theory]
        [InlineData(1000, 70_001)]
        [InlineData(815, 70_001)]
        [InlineData(333, 100_000)]
        public void Capacity_AtAnySoh_IsTheVeryOneThatWasAskedFor(int sohPermille, int milliampereHours)
        {
            BatteryModule module = Make();
            module.SetSohPermille(sohPermille);
            module.SetCapacity(milliampereHours);
            Assert.Equal((sohPermille, milliampereHours, 500), (module.SohPermille, module.CapacityMilliampereHours, module.SocPermille));
        }

        [Theory]
        [InlineData(50, 100)]
        [InlineData(100, 100)]
        [InlineData(1500, 1500)]
        [InlineData(100_000, 100_000)]
        [InlineData(100_001, 100_000)]
        public void Resistance_Set_IsHeldToItsRange(int permille, int kept)
        {
            BatteryModule module = Make();
            float before = module.SeriesMilliohms;
            module.SetResistancePermille(permille);
            Assert.Equal(kept, module.ResistancePermille);
            Assert.Equal(kept / 1000f, module.SeriesMilliohms / before, 1e-3f);
        }

        // A BMS with a dead band of 0.3 A shows no current up to there.
        [Theory]
        [InlineData(300, 0)]
        [InlineData(301, 301)]
        [InlineData(-300, 0)]
        [InlineData(-301, -301)]
        public void Answer_CurrentWithinTheDeadBand_IsNone(int milliamps, int answered)
        {
            BatteryModule module = Make();
            module.RecordCurrent(milliamps);
            int[] values = new int[BatteryAnswer.Count];
            module.Answer(values);
            Assert.Equal(answered, values[BatteryAnswer.CurrentMilliamps]);
            Assert.Equal(milliamps, module.CurrentMilliamps);
        }

        [Fact]
        public void Answer_EveryValue_IsTheBatterysOwn()
        {
            BatteryModule module = Make();
            module.SetSohPermille(900);
            module.SetTemperature(312);
            module.SkipToRunning();
            module.FindLimits();
            int[] values = new int[BatteryAnswer.Count];
            module.Answer(values);
            int charge = module.ChargeCurrentLimitMilliamps;
            int discharge = module.DischargeCurrentLimitMilliamps;
            Assert.Equal([module.VoltageMillivolts, 0, 312, 500, 900, 90_000, charge, discharge, 0, 0], values);
            Assert.InRange(values[BatteryAnswer.VoltageMillivolts], 52_000, 53_500);
            module.Reply = ReplyKind.Zeros;
            module.Answer(values);
            Assert.All(values, value => Assert.Equal(0, value));
        }

        // Comes in above 10 A and an ampere, holds for a minute, and then until half of that would flow.
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public void Limiter_ComesInAndLetsGo_AtItsLevelsAndTimes(bool isSmall)
        {
            BatteryModule module = Make();
            module.RecordCurrent(11_000);
            Assert.False(module.IsLimiting);
            module.RecordCurrent(11_001);
            Assert.True(module.IsLimiting);
            for (int second = 0; second < 59; second++)
            {
                module.ReleaseLimiter(0);
                Assert.True(module.IsLimiting);
            }

            module.ReleaseLimiter(isSmall ? 4_999 : 5_000);
            Assert.Equal(!isSmall, module.IsLimiting);
            if (module.IsLimiting)
            {
                module.ReleaseLimiter(4_999);
                Assert.False(module.IsLimiting);
            }
        }

        [Theory]
        [InlineData(0, true, true, 100_000, 100_000)]
        [InlineData(Blocks.Charge, false, true, 0, 100_000)]
        [InlineData(Blocks.Discharge, true, false, 100_000, 0)]
        [InlineData(Blocks.Both, false, false, 0, 0)]
        public void Path_HeldFets_AreOpenAndForbidTheirCurrent(
            int held, bool canCharge, bool canDischarge, int chargeMilliamps, int dischargeMilliamps)
        {
            BatteryModule module = Make();
            module.SkipToRunning();
            module.HeldOpen = held;
            module.FindLimits();
            Assert.Equal((canCharge, canDischarge), (module.CanCharge, module.CanDischarge));
            Assert.Equal((chargeMilliamps, dischargeMilliamps), (module.ChargeCurrentLimitMilliamps, module.DischargeCurrentLimitMilliamps));
            Assert.Equal(!canCharge && !canDischarge, BatteryModule.IsOpen(module.PathKey));
            module.RecordCurrent(20_000);
            module.FindLimits();
            Assert.Equal(canCharge ? 8_000 : 0, module.ChargeCurrentLimitMilliamps);
            module.IsWaitingToJoin = true;
            module.FindLimits();
            Assert.True(BatteryModule.IsOpen(module.PathKey));
            module.IsWaitingToJoin = false;
            module.Power.SetBreaker(false, 0);
            module.FindLimits();
            Assert.True(BatteryModule.IsOpen(module.PathKey));
            Assert.True(module.IsRunning);
        }

        // Above 50 A and an ampere for six seconds, in threes as the cells are worked out, either way; then six seconds without.
        [Theory]
        [InlineData(51_001, 100_000, 50_000)]
        [InlineData(-51_001, 100_000, 50_000)]
        [InlineData(51_000, 100_000, 100_000)]
        [InlineData(-51_000, 100_000, 100_000)]
        public void Peak_UsedUp_HoldsBothLimitsToTheContinuousCurrentForItsTime(int milliamps, int afterThree, int afterSix)
        {
            BatteryModule module = Make(
                (ProfileKey.ContinuousCurrentMilliamps, 50_000), (ProfileKey.PeakSeconds, 6), (ProfileKey.ChargeLimiterStartMilliamps, 0));
            module.SkipToRunning();
            Assert.Equal((afterThree, afterThree), Pass(module, milliamps, 3));
            Assert.Equal((afterSix, afterSix), Pass(module, milliamps, 3));
            Assert.Equal((afterSix, afterSix), Pass(module, milliamps, 6));
            Assert.Equal((afterSix, afterSix), Pass(module, 0, 3));
            Assert.Equal((100_000, 100_000), Pass(module, 0, 3));
            Assert.Equal((100_000, 100_000), Pass(module, 0, 60));
            Assert.Equal((100_000, 100_000), Pass(module, milliamps, 3));
            Assert.Equal((100_000, 100_000), Pass(module, 0, 3));
            Assert.Equal((100_000, 100_000), Pass(module, milliamps, 3));
            Assert.Equal((afterSix, afterSix), Pass(module, milliamps, 3));
        }

        private static (int Charge, int Discharge) Pass(BatteryModule module, int milliamps, int seconds)
        {
            for (int second = 0; second < seconds; second++)
            {
                module.RecordCurrent(milliamps);
                module.StepOneSecond(0, second * 1000L);
            }

            module.FindLimits();
            return (module.ChargeCurrentLimitMilliamps, module.DischargeCurrentLimitMilliamps);
        }

        [Fact]
        public void Ambient_AndTemperature_AreEachTheirOwn()
        {
            BatteryModule module = Make();
            module.AmbientDecidegrees = -123;
            module.SetTemperature(317);
            Assert.Equal((-123, 317), (module.AmbientDecidegrees, module.TemperatureDecidegrees));
            module.SetTemperature(-317);
            Assert.Equal((-123, -317), (module.AmbientDecidegrees, module.TemperatureDecidegrees));
        }

        private static BatteryModule Make(params (ProfileKey Key, int Number)[] changes)
        {
            BatteryProfile profile = TestProfiles.With(
                "generic-16s-100",
                [
                    .. changes,
                    (ProfileKey.CapacityMilliampereHours, 100_000),
                    (ProfileKey.ChargeCurrentLimitMilliamps, 100_000),
                    (ProfileKey.DischargeCurrentLimitMilliamps, 100_000),
                    (ProfileKey.CurrentDeadBandMilliamps, 300),
                    (ProfileKey.ChargeLimiterStartMilliamps, 10_000),
                    (ProfileKey.ChargeLimiterMilliamps, 8_000),
                    (ProfileKey.ContinuousCurrentMilliamps, 0),
                ]);
            ProtectionSet protections = ProtectionSets.Create(profile.TextOf(ProfileKey.ProtectionSet));
            return new BatteryModule(profile, protections, new BatteryConstants(profile, OcvCurve.CreateLfp()), new Prng(1));
        }

        private sealed record Deviation(
            string Name, Action<BatteryModule> Set, Action<BatteryModule> Clear, Func<BatteryModule, object> Get, object Odd, object Even);
    }
}
