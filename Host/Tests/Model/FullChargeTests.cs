using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>What a battery claims on its way to full, at full and afterwards: what each profile says of it, seen on the wire.</summary>
    public class FullChargeTests
    {
        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        // A charger that keeps to CVL and CCL as they stand on the wire, and the claims of the profile on the way.
        [Theory]
        [MemberData(nameof(Names))]
        public void Charge_EveryProfileToFullAndBack_DoesWhatItsProfileSays(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            var rack = new Rack(1, name, soc: 930);
            int full = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps);
            int allowance = full / 100 * profile.NumberOf(ProfileKey.ChargeFullPercent);
            int hold = profile.NumberOf(ProfileKey.FullHoldPermille) / 10;
            var limits = new SortedSet<int>();
            rack.Wait(3);
            for (int second = 0; rack.SocOnWire < 100; second++)
            {
                Assert.True(second < 6 * 3600, "never full");
                Assert.InRange(rack.SocOnWire, 0, hold);
                limits.Add(rack.ChargeLimitOnWire);
                Charge(rack);
                rack.Wait(1);
            }

            rack.Current(0);
            rack.Wait(5);
            Assert.Equal(allowance, rack.ChargeLimitOnWire);
            Assert.Equal(profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps), rack.DischargeLimitOnWire);
            bool isLowered = profile.TextOf(ProfileKey.FullChargeVoltage) == "float";
            Assert.Equal(
                profile.NumberOf(isLowered ? ProfileKey.FloatVoltageMillivolts : ProfileKey.ChargeVoltageLimitMillivolts),
                rack.Bank.Report.ChargeVoltageLimitMillivolts);
            Assert.All(limits, limit => Assert.Contains(limit, Steps(profile)));
            Recharge(rack, profile, allowance);
        }

        [Fact]
        public void SetToFull_AtRest_ShowsFullForMinutes()
        {
            foreach (string name in ProfileCatalogue.Names)
            {
                var rack = new Rack(4, name, soc: 1000);
                rack.Wait(2);
                for (int second = 0; second < 600; second++)
                {
                    rack.Wait(1);
                    Assert.True(rack.SocOnWire == 100, name + " after " + second);
                }
            }
        }

        [Fact]
        public void Recharge_SetTo90_HoldsTheLimitDownUntilThen()
        {
            var rack = new Rack(soc: 1000);
            rack.Bank.Bank.RechargePermille = 900;
            rack.Wait(3);
            rack.Current(-100);
            rack.WaitUntil(() => rack.ChargeLimitOnWire > 0, 3600);
            Assert.InRange(rack.SocOnWire, 88, 90);
        }

        [Fact]
        public void Enable_WhenFull_StaysOrFallsAsTheProfileSays()
        {
            var keeps = new Rack(TestProfiles.With("generic-16s-100", (ProfileKey.FullDropsChargeEnable, 0)), soc: 1000);
            var drops = new Rack(TestProfiles.With("generic-16s-100", (ProfileKey.FullDropsChargeEnable, 1)), soc: 1000);
            keeps.Wait(3);
            drops.Wait(3);
            Assert.True(keeps.Bank.Report.ChargeEnabled);
            Assert.False(drops.Bank.Report.ChargeEnabled);
            Assert.Equal(0, keeps.ChargeLimitOnWire);
            Assert.Equal(0, drops.ChargeLimitOnWire);
        }

        [Fact]
        public void ChargeFet_WhereFullOpensIt_LetsNoChargeInAndDischargeOut()
        {
            var rack = new Rack(TestProfiles.With("generic-16s-100", (ProfileKey.FullOpensChargeFet, 1)), soc: 1000);
            rack.Wait(3);
            rack.Current(20);
            rack.Wait(2);
            Assert.Equal(0, rack.Bank.Bank.CurrentMilliamps);
            rack.Current(-20);
            rack.Wait(2);
            Assert.Equal(-20_000, rack.Bank.Bank.CurrentMilliamps);
        }

        // Deye SE-F12-C at 100 %, captured: CCL 0, C0 and the charge FET closed; CCL 0, 40 and the FET open. What leads from one to the other
        // was not seen, so a time is a setting.
        [Fact]
        public void Deye_AtFull_HasEachOfItsCapturedStates()
        {
            var rack = new Rack(1, "deye-se-f12-c", soc: 1000);
            rack.Bank.Execute("POL:FULL:DEL 10 MIN");
            rack.Wait(60);
            Assert.Equal((0, 0xC0, true), (rack.ChargeLimitOnWire, rack.LastOf(0x35C)[0], rack.Battery(1).CanCharge));
            rack.Wait(600);
            Assert.Equal((0, 0x40, false), (rack.ChargeLimitOnWire, rack.LastOf(0x35C)[0], rack.Battery(1).CanCharge));
            rack.Bank.Execute("POL:FULL:FET ON;ENAB ON");
            rack.Wait(10);
            Assert.Equal((0, 0xC0, true), (rack.ChargeLimitOnWire, rack.LastOf(0x35C)[0], rack.Battery(1).CanCharge));
        }

        [Fact]
        public void Alarm_AtFullWhereItIsRoutine_StandsWhileAboveFloatAndNoLonger()
        {
            var rack = new Rack(soc: 980);
            rack.Bank.Execute("POL:FULL:ALAR ON");
            rack.Wait(3);
            while (rack.SocOnWire < 100)
            {
                Assert.Equal(0, rack.AlarmsOnWire);
                Charge(rack);
                rack.Wait(1);
            }

            // Over-voltage is bit 1 of byte 2.
            rack.Wait(5);
            Assert.Equal(0x0002, rack.AlarmsOnWire);
            Assert.Equal(0, rack.ProtectionsOnWire);
            rack.Current(0);
            rack.WaitUntil(() => rack.AlarmsOnWire == 0, 12 * 3600, 10_000);
            Assert.InRange(rack.VoltageOnWire, 54_300, 54_500);
            Assert.Equal(100, rack.SocOnWire);
        }

        // 15 batteries once took 507 W indefinitely; what each BMS draws, 3 W, is all that may go on.
        [Theory]
        [InlineData("sok-sk48v100")]
        [InlineData("pytes-e-box-48100r")]
        public void Tail_FifteenOnAnInverter_EndsAtWhatTheirBmsDraw(string name)
        {
            var rack = new Rack(15, name, soc: 980, inverter: new InverterSettings());
            rack.Session.LoadWatts = -9000;
            rack.Wait(3);
            rack.WaitUntil(() => rack.SocOnWire == 100, 6 * 3600, 1000);
            rack.Wait(2 * 3600);
            long before = Throughput(rack);
            rack.Wait(3600);
            double watts = (Throughput(rack) - before) / 1e6 / 3600 * rack.Bank.Bank.VoltageMillivolts / 1000;
            Assert.InRange(watts, -5, 15 * 3.5);
        }

        private static long Throughput(Rack rack) => Enumerable.Range(1, 15).Sum(battery => rack.Battery(battery).ThroughputMilliampMilliseconds);

        [Theory]
        [InlineData(Blocks.Charge)]
        [InlineData(Blocks.Discharge)]
        public void HeldFet_UntilRst_NoCurrentThatWay(int held)
        {
            int sign = held == Blocks.Charge ? 1 : -1;
            var rack = new Rack();
            rack.Battery(1).HeldOpen = held;
            rack.Bank.Refresh();
            rack.Current(20 * sign);
            rack.Wait(3);
            Assert.Equal(0, rack.Bank.Bank.CurrentMilliamps);
            Assert.Equal(0, sign > 0 ? rack.ChargeLimitOnWire : rack.DischargeLimitOnWire);
            Assert.NotEqual(0, sign > 0 ? rack.DischargeLimitOnWire : rack.ChargeLimitOnWire);
            Assert.False(sign > 0 ? rack.Bank.Report.ChargeEnabled : rack.Bank.Report.DischargeEnabled);
            rack.PressReset(1, 6.5);
            rack.Wait(10);
            Assert.Equal(20_000 * sign, rack.Bank.Bank.CurrentMilliamps);
        }

        private static void Charge(Rack rack)
        {
            int volts = rack.Bank.Bank.VoltageMillivolts;
            int limit = rack.Bank.Report.ChargeVoltageLimitMillivolts;
            int amps = Math.Min(rack.ChargeLimitOnWire, Math.Max(0, rack.Bank.Bank.CurrentMilliamps + ((limit - volts) * 50)));
            rack.Current(amps / 1000.0);
        }

        private static void Recharge(Rack rack, BatteryProfile profile, int allowance)
        {
            int recharge = profile.NumberOf(ProfileKey.RechargePermille) / 10;
            rack.Current(-profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps) / 2000.0);
            while (rack.SocOnWire > recharge)
            {
                rack.Wait(1);
                Assert.Equal(allowance, rack.ChargeLimitOnWire);
            }

            rack.WaitUntil(() => rack.ChargeLimitOnWire > allowance || profile.NumberOf(ProfileKey.ChargeFullPercent) > 0, 1200);
            Assert.InRange(rack.SocOnWire, recharge - 2, recharge);
        }

        // Every value that CCL may have between empty and full at room temperature.
        private static int[] Steps(BatteryProfile profile)
        {
            int one = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps) / 100;
            int[] percents =
            [
                0, 100, profile.NumberOf(ProfileKey.ChargeTaperPercent), profile.NumberOf(ProfileKey.ChargeStepOnePercent),
                profile.NumberOf(ProfileKey.ChargeStepTwoPercent), profile.NumberOf(ProfileKey.ChargeStepThreePercent),
            ];

            // The wire carries tenths of an ampere.
            return Array.ConvertAll(percents, percent => (int)(Math.Round(one * percent / 100.0, MidpointRounding.AwayFromZero) * 100));
        }
    }
}
