using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Model.Mistakes
{
    /// <summary>Batteries and settings that do not belong together: mistakes 12 to 14 and 16 to 19 of the commissioning table.</summary>
    public class BankMistakes
    {
        [Fact]
        public void Mistake12_FollowerAsleepBreakerOn_IsMissingUntilRst()
        {
            var rack = new Rack(3);
            rack.Wait(10);
            rack.PressReset(3, 3);
            Assert.Equal(PowerState.Asleep, rack.Battery(3).Power.State);
            Assert.True(rack.Battery(3).Power.IsBreakerOn);
            rack.Wait(15);
            Assert.Equal(2, rack.ModulesOnWire);
            Assert.Equal(200_000, rack.DischargeLimitOnWire);
            Assert.Equal(0x0800, rack.AlarmsOnWire & 0x0800);
            Assert.Equal(0, rack.Bank.Bank.CurrentOf(2));
            rack.PressReset(3);
            rack.Wait(15);
            Assert.Equal(3, rack.ModulesOnWire);
        }

        [Fact]
        public void Mistake13_FollowerAtAnotherSoc_FirstFullOpensItsChargeFetAndTheLimitFalls()
        {
            var rack = new Rack(2, "endur-esp5100");
            rack.Breaker(2, false);
            rack.Soc(1, 500);
            rack.Soc(2, 985);
            rack.Wait(2);
            int limitBefore = rack.ChargeLimitOnWire;

            // One cell of battery 2 is ahead of the others, and the contact of battery 1 is poor: so the current goes where it does harm.
            rack.Battery(2).Cells.SetSocOffset(5, 20);
            rack.Battery(1).SetResistancePermille(6000);
            rack.Breaker(2, true);
            rack.Current(80);
            int voltageBefore = rack.Bank.Bank.VoltageMillivolts;
            rack.WaitUntil(() => !rack.Battery(2).CanCharge, 4 * 3600, 1000);
            rack.Wait(4);
            Assert.True(rack.Battery(1).CanCharge);
            Assert.Equal(2, rack.ModulesOnWire);
            Assert.True(rack.ChargeLimitOnWire <= limitBefore);
            Assert.True(rack.Battery(2).ChargeCurrentLimitMilliamps == 0 && rack.Battery(1).ChargeCurrentLimitMilliamps > 0);
            Assert.InRange(rack.Bank.Bank.VoltageMillivolts - voltageBefore, 300, 20_000);
            Assert.NotEqual(0, rack.ProtectionsOnWire & 0x0002);
        }

        [Theory]
        [InlineData(ReplyKind.Silent, 2, 200_000)]
        [InlineData(ReplyKind.Zeros, 3, 200_000)]
        public void Mistake14_OtherFirmware_IsIgnoredOrCountsAsZeros(ReplyKind kind, int count, int limit)
        {
            var rack = new Rack(3, awake: false);
            rack.Battery(3).Reply = kind;
            rack.AllBreakers(true);
            rack.PressReset(1);
            rack.Wait(30);
            Assert.Equal(count, rack.ModulesOnWire);
            Assert.Equal(limit, rack.ChargeLimitOnWire);
        }

        [Theory]
        [InlineData(true, InverterFault.BmsCommunication)]
        [InlineData(false, InverterFault.None)]
        public void Mistake16_BmsErrStopOff_NoFaultAndTheOldLimitsStayInForce(bool stops, InverterFault expected)
        {
            var rack = new Rack(2, soc: 500, inverter: new InverterSettings { StopsOnBmsError = stops });
            rack.Session.LoadWatts = -5000;
            rack.Wait(30);
            Assert.InRange(rack.Bank.Bank.CurrentMilliamps, 80_000, 110_000);
            rack.Session.SetInverterConnected(false);
            rack.Wait(120);
            Assert.Equal(expected, rack.Inverter.Fault);
            Assert.Equal(stops, rack.Bank.Bank.CurrentMilliamps == 0);
            Assert.Equal(200_000, rack.Inverter.BmsData.ChargeCurrentLimitMilliamps.Value);
            if (!stops)
            {
                // The bank tapers to 40 % above 85 %; an inverter that no longer listens goes on with what it last received.
                rack.WaitUntil(() => rack.ChargeLimitOnWire <= 80_000 || rack.Bank.Report.ChargeCurrentLimitMilliamps <= 80_000, 3 * 3600, 10_000);
                rack.Wait(60);
                Assert.InRange(rack.Bank.Bank.CurrentMilliamps, 80_001, 110_000);
            }
        }

        [Fact]
        public void Mistake17_MasterDies_TheWholeBankFallsSilent()
        {
            var rack = new Rack(3, inverter: new InverterSettings());
            rack.Session.LoadWatts = 3000;
            rack.Wait(20);
            Assert.NotEqual(0, rack.Bank.Bank.CurrentMilliamps);
            rack.PressReset(1, 3);
            long dead = rack.Now;
            rack.Wait(9);
            Assert.Equal(InverterFault.None, rack.Inverter.Fault);
            rack.Wait(3);
            Assert.Empty(rack.SentSince(dead + 1));
            Assert.Equal(InverterFault.BmsCommunication, rack.Inverter.Fault);
            Assert.Equal(0, rack.Bank.Bank.CurrentMilliamps);
            Assert.True(rack.Battery(2).IsRunning && rack.Battery(3).IsRunning);
        }

        [Theory]
        [InlineData(2, 0)]
        [InlineData(1, 0x0800)]
        [InlineData(5, 0x0800)]
        public void Mistake18_CountOnTheHost_MustBeWhatIsFound(int expectedFollowers, int alarm)
        {
            var rack = new Rack(3, "powersync-lfp-lv-8bit");
            rack.Bank.Master.Aggregator.ExpectedFollowers = expectedFollowers;
            rack.Wait(5);
            Assert.Equal(3, rack.ModulesOnWire);
            Assert.Equal(alarm, rack.AlarmsOnWire);
        }

        [Fact]
        public void Mistake19_SixteenCellsTakenForFifteen_NeverFull()
        {
            // An inverter that caps at the 53.2 V of a 15S battery, whatever CVL says: a charger that stops there.
            var rack = new Rack(2, soc: 500);
            for (int second = 0; second < 6 * 3600; second += 10)
            {
                int headroom = 53_200 - rack.Bank.Bank.VoltageMillivolts;
                double amps = System.Math.Clamp((rack.Bank.Bank.CurrentMilliamps / 1000.0) + (headroom / 50.0), 0, 100);
                rack.Current(amps);
                rack.Wait(10);
            }

            Assert.InRange(rack.Bank.Bank.VoltageMillivolts, 52_900, 53_400);

            // 3.325 V a cell is not even the rest voltage of the upper third.
            Assert.InRange(rack.SocOnWire, 55, 75);
            Assert.Equal(560, Rack.S16(rack.LastOf(0x351), 0));
            Assert.True(rack.Sent.Where(frame => frame.Id == 0x355).All(frame => Rack.S16(frame.Data, 0) < 100));
        }
    }
}
