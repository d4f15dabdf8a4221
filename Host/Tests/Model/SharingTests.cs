using System;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Batteries in parallel: circulating current, a battery that returns, and charging to the end.</summary>
    public class SharingTests
    {
        // 500 mOhm Ah over 100 Ah.
        private const double SeriesOhms = 0.005;

        [Theory]
        [InlineData(200, 900)]
        [InlineData(400, 700)]
        public void Circulation_TwoPacksAtDifferentSoc_IsTheClosedForm(int lowSoc, int highSoc)
        {
            var rack = new Rack(TestProfiles.With("endur-esp5100", TestProfiles.Ideal), batteries: 2);
            rack.Soc(1, lowSoc);
            double low = rack.Battery(1).SourceMicrovolts / 1e6;
            rack.Soc(2, highSoc);
            double high = rack.Battery(2).SourceMicrovolts / 1e6;
            double amps = (high - low) / ((2 * SeriesOhms) + rack.ConnectionOhms(1) + rack.ConnectionOhms(2));
            Assert.InRange(rack.Bank.Bank.CurrentOf(0) / 1000.0, amps - 0.05, amps + 0.05);
            Assert.InRange(rack.Bank.Bank.CurrentOf(1) / 1000.0, -amps - 0.05, -amps + 0.05);
            double terminal = (low + (amps * (SeriesOhms + rack.ConnectionOhms(1)))) * 1000;
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, terminal - 1, terminal + 1);
        }

        [Theory]
        [InlineData(0)]
        [InlineData(-75_000)]
        [InlineData(75_000)]
        public void Sharing_AnyLoad_KirchhoffHolds(int milliamps)
        {
            var rack = new Rack(5);
            rack.Battery(3).SetResistancePermille(2000);
            rack.Soc(3, 480);
            rack.Soc(5, 520);
            rack.Breaker(4, false);
            rack.Current(milliamps / 1000.0);
            rack.Wait(30);
            int sum = 0;
            for (int index = 0; index < 5; index++)
            {
                sum += rack.Bank.Bank.CurrentOf(index);
            }

            Assert.InRange(sum, milliamps - 10, milliamps + 10);
            Assert.Equal(0, rack.Bank.Bank.CurrentOf(3));
        }

        [Fact]
        public void Return_LimiterProduct_InrushIsHeldToTenAmpsWithoutATrip()
        {
            Rack rack = Returned("sok-sk48v100", 20, 980);
            Assert.True(rack.Battery(1).IsLimiting);
            Assert.InRange(rack.Bank.Bank.CurrentOf(0), 9_900, 10_100);
            Assert.Equal(0, rack.Battery(1).Protections.TripCount);
            rack.Wait(30);
            Assert.Equal(0, rack.Battery(1).Protections.TripCount);
            Assert.Equal(0, rack.ProtectionsOnWire);
        }

        [Fact]
        public void Return_NoLimiter_InrushTripsChargeOverCurrentAndSaysSo()
        {
            Rack rack = Returned("endur-esp5100", 150, 900);
            Assert.InRange(rack.Bank.Bank.CurrentOf(0), 110_000, 400_000);

            // A second beyond 110 A, as the row has it, and not the next look of the battery.
            Assert.InRange(rack.WaitUntil(() => !rack.Battery(1).CanCharge, 4, 10), 990, 1010);
            Assert.Equal(0, rack.Bank.Bank.CurrentOf(0));

            // 0x359 byte 1 bit 0: gathered over a second, and with the burst of the next one.
            rack.WaitUntil(() => (rack.ProtectionsOnWire & 0x0100) != 0, 2.2);
        }

        [Fact]
        public void Return_EmptyAmongFull_IsAnOverCurrentForTheOthers()
        {
            // 3.5 V over less than 7 mOhm with bus bars instead of cables: each of the three full ones gives more than 150 A for 100 ms.
            Rack rack = Returned(TestProfiles.With("endur-esp5100", (ProfileKey.ConnectionResistanceMicroohms, 100)), 20, 980);
            rack.Wait(3);
            Assert.Equal(0, rack.Bank.Bank.CurrentOf(0));
            for (int battery = 2; battery <= 4; battery++)
            {
                Assert.False(rack.Battery(battery).CanDischarge);
                Assert.Equal(1, rack.Battery(battery).Protections.TripCount);
            }

            Assert.Equal(0x0080, rack.ProtectionsOnWire & 0x0080);
        }

        [Fact]
        public void Limiter_SlowRampPastItsStart_CutsIn()
        {
            var rack = new Rack(TestProfiles.With("sok-sk48v100", TestProfiles.Ideal), soc: 300);
            rack.Current(100);
            rack.Wait(2);
            Assert.False(rack.Battery(1).IsLimiting);
            rack.Current(101.5);
            rack.Wait(2);
            Assert.True(rack.Battery(1).IsLimiting);
            Assert.Equal(10_000, rack.Bank.Bank.CurrentOf(0));
            Assert.Equal(10_000, rack.Bank.Bank.CurrentMilliamps);
        }

        [Theory]
        [InlineData("sok-sk48v100")]
        [InlineData("pylontech-us5000")]
        public void Charge_WithTheInverter_IsConstantCurrentThenConstantVoltageThenFull(string product)
        {
            var rack = new Rack(2, product, soc: 700, inverter: new InverterSettings());
            rack.Session.LoadWatts = -6000;
            int limit = ProfileCatalogue.Create(product).NumberOf(ProfileKey.ChargeVoltageLimitMillivolts);
            rack.Wait(60);
            int bulk = rack.Bank.Bank.CurrentMilliamps;
            Assert.InRange(bulk, 100_000, 125_000);
            int highest = 0;
            for (int minute = 0; minute < 300; minute++)
            {
                rack.Wait(60);
                highest = Math.Max(highest, rack.Bank.Bank.VoltageMillivolts);
            }

            // Where the knee begins, the inverter's regulator is above CVL for some ten seconds.
            Assert.InRange(highest, limit - 2000, limit + 80);
            Assert.InRange(rack.Bank.Bank.CurrentMilliamps, -500, bulk / 10);
            Assert.InRange(rack.SocOnWire, 98, 100);
            Assert.Equal(0, rack.ProtectionsOnWire);
        }

        [Fact]
        public void Voltage_UnderLoad_SagsAndRecoversOverMinutes()
        {
            var rack = new Rack();
            int rest = rack.Bank.Bank.VoltageMillivolts;
            rack.Current(-100);
            int atOnce = rack.Bank.Bank.VoltageMillivolts;
            rack.Wait(600);
            int later = rack.Bank.Bank.VoltageMillivolts;
            rack.Current(0);
            int released = rack.Bank.Bank.VoltageMillivolts;
            rack.Wait(1800);

            // 100 A over 5 mOhm and the cable at once, over 5 more once both branches are charged.
            double atOnceMax = (SeriesOhms + rack.ConnectionOhms(1)) * 100_000;
            Assert.InRange(rest - atOnce, atOnceMax - 20, atOnceMax + 20);
            Assert.InRange(atOnce - later, 300, 900);
            Assert.InRange(released - later, atOnceMax - 20, atOnceMax + 20);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts - released, 200, 700);
        }

        private static Rack Returned(string product, int lowSoc, int highSoc) => Returned(ProfileCatalogue.Create(product), lowSoc, highSoc);

        private static Rack Returned(BatteryProfile product, int lowSoc, int highSoc)
        {
            var rack = new Rack(product, 4);
            rack.Breaker(1, false);
            rack.Soc(1, lowSoc);
            for (int battery = 2; battery <= 4; battery++)
            {
                rack.Soc(battery, highSoc);
            }

            rack.Wait(3);
            rack.Breaker(1, true);
            return rack;
        }
    }
}
