using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Every row of every set, brought about with a supply, a load or a climate chamber, seen as bytes on the bus.</summary>
    public class ProtectionWireTests
    {
        // Flag of the core to the bit in bytes 0-1 of 0x359: Pylontech LV V1.2.
        private static readonly Dictionary<int, int> BitOfFlag = new()
        {
            [BmsFlags.OverVoltage] = 0x0002,
            [BmsFlags.UnderVoltage] = 0x0004,
            [BmsFlags.OverTemperature] = 0x0008,
            [BmsFlags.UnderTemperature] = 0x0010,
            [BmsFlags.DischargeOverCurrent] = 0x0080,
            [BmsFlags.ChargeOverCurrent] = 0x0100,
        };

        [Theory]
        [MemberData(nameof(ProtectionRuleTests.Rows), MemberType = typeof(ProtectionRuleTests))]
        public void Protection_BroughtAbout_IsOnTheWireBlocksItsFetAndLetsGo(string set, string row)
        {
            ProtectionRule rule = ProtectionSets.Create(set).Rules.Single(candidate => candidate.Name == row);
            Rack rack = CreateRack(set, rule.Quantity == Quantity.FetTemperature);
            Provoke(rack, rule);
            rack.WaitUntil(() => (rack.Battery(1).Protections.Protections & rule.Flag) != 0, 2 * 3600, 100);
            rack.WaitUntil(() => (rack.ProtectionsOnWire & BitOfFlag[rule.Flag]) != 0, 4);

            // A row of another quantity may have acted as well, so the FET of this row is open at least.
            Assert.Equal(rule.Blocks, rack.Battery(1).Protections.Blocked & rule.Blocks);
            if ((rule.Blocks & Blocks.Charge) != 0)
            {
                Assert.Equal(0, rack.ChargeLimitOnWire);
                Assert.Equal(0, rack.LastOf(0x35C)[0] & 0x80);
            }

            if ((rule.Blocks & Blocks.Discharge) != 0)
            {
                Assert.Equal(0, rack.DischargeLimitOnWire);
                Assert.Equal(0, rack.LastOf(0x35C)[0] & 0x40);
            }

            rack.Current((rule.Blocks & Blocks.Charge) != 0 ? 20 : -20);
            Assert.Equal(0, rack.Bank.Bank.CurrentMilliamps);
            Calm(rack);
            rack.WaitUntil(() => rack.Battery(1).Protections.Blocked == 0, 4 * 3600, 1000);
            rack.Wait(3);
            Assert.Equal(0, rack.ProtectionsOnWire);
            Assert.NotEqual(0, rack.ChargeLimitOnWire + rack.DischargeLimitOnWire);
        }

        [Theory]
        [InlineData(ProtectionSets.Pace16, 120, 1000)]
        [InlineData(ProtectionSets.Pace16, 160, 100)]
        [InlineData(ProtectionSets.Pace16, 310, 0)]
        [InlineData(ProtectionSets.Seplos16, 120, 10_000)]
        [InlineData(ProtectionSets.Seplos16, 260, 300)]
        [InlineData(ProtectionSets.Eg4, 120, 60_000)]
        [InlineData(ProtectionSets.Eg4, 160, 3000)]
        [InlineData(ProtectionSets.Pylontech15, 210, 100)]
        public void DischargeCurrent_StepsUp_IsCutAfterTheRowsDelay(string set, int amps, int delayMilliseconds)
        {
            Rack rack = CreateRack(set);
            rack.Wait(1.3);
            rack.Current(-amps);
            if (delayMilliseconds > 0)
            {
                rack.Wait((delayMilliseconds - 1) / 1000.0);
                Assert.Equal(-amps * 1000, rack.Bank.Bank.CurrentMilliamps);
            }

            // Rows of a second and more are looked at once a second.
            rack.Wait(delayMilliseconds < 1000 ? 0.001 : 2);
            Assert.Equal(0, rack.Bank.Bank.CurrentMilliamps);
            rack.Wait(2);
            Assert.Equal(0x80, rack.ProtectionsOnWire & 0x80);
            Assert.Equal(0, rack.DischargeLimitOnWire);
        }

        [Fact]
        public void OverCurrent_FiveTimesOnSeplos_LocksOutUntilRstIsHeldSixSeconds()
        {
            Rack rack = CreateRack(ProtectionSets.Seplos16);
            for (int trip = 1; trip <= 5; trip++)
            {
                Assert.False(rack.Battery(1).Protections.IsLockedOut);
                rack.Current(-260);
                rack.Wait(1);
                Assert.False(rack.Battery(1).CanDischarge);
                rack.Current(0);
                rack.Wait(65);
                Assert.Equal(trip < 5, rack.Battery(1).CanDischarge);
            }

            rack.Wait(3600);
            Assert.True(rack.Battery(1).Protections.IsLockedOut);
            Assert.Equal(0x80, rack.ProtectionsOnWire & 0x80);
            rack.PressReset(1, 6.1);
            rack.Wait(15);
            Assert.False(rack.Battery(1).Protections.IsLockedOut);
            Assert.True(rack.Battery(1).CanDischarge);
            Assert.Equal(0, rack.ProtectionsOnWire);
        }

        [Fact]
        public void OverCurrent_ManyTimesOnPace_NeverLocksOut()
        {
            Rack rack = CreateRack(ProtectionSets.Pace16);
            for (int trip = 1; trip <= 8; trip++)
            {
                rack.Current(-160);
                rack.Wait(1);
                Assert.False(rack.Battery(1).CanDischarge);
                rack.Current(0);
                rack.Wait(65);
                Assert.True(rack.Battery(1).CanDischarge);
            }
        }

        [Fact]
        public void Alarm_BeforeProtection_IsOnTheWireWithoutEffect()
        {
            var rack = new Rack();
            rack.Current(-106);
            rack.Wait(10);
            Assert.Equal(0x80, rack.AlarmsOnWire);
            Assert.Equal(0, rack.ProtectionsOnWire);
            Assert.Equal(-106_000, rack.Bank.Bank.CurrentMilliamps);
            Assert.NotEqual(0, rack.DischargeLimitOnWire);
            rack.Current(-50);
            rack.Wait(4);
            Assert.Equal(0, rack.AlarmsOnWire);
        }

        [Fact]
        public void Cold_BelowFreezing_ChargeLimitIsZeroBeforeTheProtectionActs()
        {
            var rack = new Rack();
            rack.Temperature(1, 50);
            rack.Wait(4);

            // US5000 at 5.5 degrees (capture): 37 % of CCL and half of DCL; 25 % at 2 degrees.
            Assert.InRange(rack.ChargeLimitOnWire, 33_000, 37_000);
            Assert.InRange(rack.DischargeLimitOnWire, 49_000, 51_000);
            rack.Temperature(1, -10);
            rack.Wait(4);
            Assert.Equal(0, rack.ChargeLimitOnWire);
            Assert.NotEqual(0, rack.DischargeLimitOnWire);
            Assert.Equal(0, rack.ProtectionsOnWire);
            Assert.Equal(0x10, rack.AlarmsOnWire);
        }

        private static Rack CreateRack(string set, bool hasHotFets = false)
        {
            // FETs that run hot, where their row is to be reached before that of the cells; no limiter and no sleep in the way.
            string product = set == ProtectionSets.Pylontech15 ? "pylontech-us5000" : "sok-sk48v100";
            var rack = new Rack(TestProfiles.With(
                product,
                set,
                (ProfileKey.ChargeLimiterStartMilliamps, 0),
                (ProfileKey.SleepSeconds, 1_000_000),
                (ProfileKey.FetRiseDecikelvins, hasHotFets ? 900 : 200)));
            rack.Wait(2);
            return rack;
        }

        private static void Provoke(Rack rack, ProtectionRule rule)
        {
            switch (rule.Quantity)
            {
                case Quantity.CellMax:
                    rack.Battery(1).Cells.SetSocOffset(3, 15);
                    rack.Soc(1, 980);
                    rack.Current(50);
                    break;
                case Quantity.CellMin:
                    rack.Battery(1).Cells.SetSocOffset(3, -20);
                    rack.Soc(1, 40);
                    rack.Current(-50);
                    break;
                case Quantity.Voltage:
                    rack.Soc(1, rule.Trips == Trips.Above ? 980 : 40);
                    rack.Current(rule.Trips == Trips.Above ? 50 : -50);
                    break;
                case Quantity.ChargeCurrent:
                    rack.Current((rule.Protect / 1000.0) + 1);
                    break;
                case Quantity.DischargeCurrent:
                    rack.Current((rule.Protect / -1000.0) - 1);
                    break;
                case Quantity.FetTemperature:
                    rack.Temperature(1, 300);
                    rack.Current(-100);
                    break;
                default:
                    rack.Temperature(1, rule.Protect);
                    break;
            }
        }

        // The chamber back to 25 degrees, the SOC back to the middle, nothing flows.
        private static void Calm(Rack rack)
        {
            rack.Current(0);
            rack.Temperature(1, 250);
            rack.Battery(1).Cells.SetSocOffset(3, 0);
            rack.Soc(1, 600);
        }
    }
}
