using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Model.Mistakes
{
    /// <summary>Switches set wrongly: mistakes 1 to 7 of the commissioning table.</summary>
    public class AddressMistakes
    {
        private const double SettledSeconds = 30;

        [Fact]
        public void Mistake01_SwitchesReadBackwards_NoMasterAndF58()
        {
            // Somebody takes switch 1 for the most significant: what should be 1, 2, 3 becomes 8, 4, 12.
            var rack = new Rack(3, awake: false, inverter: new InverterSettings());
            SetBackwards(rack, 1, 1);
            SetBackwards(rack, 2, 2);
            SetBackwards(rack, 3, 3);
            Assert.Equal([8, 4, 12], [rack.Battery(1).DipSwitch.Value, rack.Battery(2).DipSwitch.Value, rack.Battery(3).DipSwitch.Value]);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            Assert.Empty(rack.Sent);
            Assert.Equal(InverterFault.BmsCommunication, rack.Inverter.Fault);
        }

        [Theory]
        [InlineData(6)]
        [InlineData(9)]
        [InlineData(15)]
        public void Mistake01_Palindromes_ReadTheSameBothWays(int address)
        {
            var rack = new Rack();
            SetBackwards(rack, 1, address);
            Assert.Equal(address, rack.Battery(1).DipSwitch.Value);
        }

        [Fact]
        public void Mistake02_TwoFollowersWithOneAddress_CountIsOneTooLowAndValuesFlicker()
        {
            var rack = new Rack(3, awake: false, soc: 500);
            rack.Dip(3, 2);
            rack.Battery(3).SetSohPermille(500);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            rack.ForgetFrames();
            rack.Wait(120);
            Assert.InRange(rack.Sent.Where(frame => frame.Id == 0x359).Max(frame => frame.Data[4]), 2, 2);
            Assert.InRange(rack.Sent.Where(frame => frame.Id == 0x351).Max(frame => Rack.S16(frame.Data, 2)), 0, 2000);

            // SOH is the mean of the master and of whichever of the two was received last.
            int[] seen = rack.Sent.Where(frame => frame.Id == 0x355).Select(frame => Rack.S16(frame.Data, 2)).Distinct().Order().ToArray();
            Assert.Contains(75, seen);
            Assert.Contains(100, seen);
        }

        [Fact]
        public void Mistake03_TwoMastersBothCabled_AlternatingData()
        {
            var rack = new Rack(3, awake: false);
            rack.Dip(3, 1);
            rack.Battery(3).SetSohPermille(400);
            rack.InverterCable(3, true);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            rack.ForgetFrames();
            rack.Wait(20);

            // Two sets a second, one from each; the SOH of each is the mean of itself and of battery 2.
            Assert.InRange(rack.Sent.Count(frame => frame.Id == 0x351), 39, 41);
            int[] seen = rack.Sent.Where(frame => frame.Id == 0x355).Select(frame => Rack.S16(frame.Data, 2)).Distinct().Order().ToArray();
            Assert.Equal([70, 100], seen);
        }

        [Fact]
        public void Mistake03_TwoMastersOneGoes_TheOtherSpeaksOnWithoutAPause()
        {
            var rack = new Rack(3, awake: false);
            rack.Dip(3, 1);
            rack.InverterCable(3, true);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            rack.PressReset(1, 3);
            long gone = rack.Now;
            rack.Wait(10);
            long[] times = rack.SentSince(gone).Where(frame => frame.Id == 0x351).Select(frame => frame.Milliseconds).ToArray();
            Assert.InRange(times.Length, 9, 11);
            Assert.InRange(times[0] - gone, 0, 1001);
        }

        [Fact]
        public void Mistake04_MasterNotOne_NoCanAtAll()
        {
            var rack = new Rack(2, awake: false, inverter: new InverterSettings());
            rack.Dip(1, 5);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            Assert.Empty(rack.Sent);
            Assert.Equal(InverterFault.BmsCommunication, rack.Inverter.Fault);
        }

        [Fact]
        public void Mistake05_AllAtZero_EachActsAloneAndTheInverterSeesOneModule()
        {
            var rack = new Rack(4, awake: false);
            for (int battery = 1; battery <= 4; battery++)
            {
                rack.Dip(battery, 0);
            }

            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            Assert.Equal(1, rack.ModulesOnWire);
            Assert.Equal(100_000, rack.ChargeLimitOnWire);
            Assert.Equal(100, Rack.S16(rack.LastOf(0x379), 0));
        }

        [Fact]
        public void Mistake06_AddressLeftOut_CountsUpToTheGapAndAlarms()
        {
            var rack = new Rack(3, awake: false);
            rack.Dip(3, 4);
            SwitchOn(rack);
            rack.Wait(SettledSeconds);
            Assert.Equal(2, rack.ModulesOnWire);
            Assert.Equal(200_000, rack.ChargeLimitOnWire);
            Assert.Equal(0x0800, rack.AlarmsOnWire);
        }

        [Fact]
        public void Mistake07_SwitchMovedWhileLive_NothingChangesUntilTheRestart()
        {
            var rack = new Rack(3);
            rack.Wait(10);
            rack.Dip(3, 7);
            rack.Wait(300);
            Assert.Equal(3, rack.Battery(3).Address);
            Assert.Equal(3, rack.ModulesOnWire);
            rack.PressReset(3, 6);
            rack.Wait(SettledSeconds);
            Assert.Equal(7, rack.Battery(3).Address);
            Assert.Equal(2, rack.ModulesOnWire);
        }

        [Fact]
        public void Mistake07_BreakerToggledOnSok_IsNoRestart()
        {
            var rack = new Rack(2);
            rack.Dip(2, 9);
            rack.Breaker(2, false);
            rack.Wait(60);
            rack.Breaker(2, true);
            rack.Wait(10);
            Assert.Equal(2, rack.Battery(2).Address);
            Assert.Equal(PowerState.Running, rack.Battery(2).Power.State);
        }

        private static void SwitchOn(Rack rack)
        {
            rack.AllBreakers(true);
            rack.PressReset(1);
        }

        // The four switches in the order in which a person who starts at the wrong end sets them.
        private static void SetBackwards(Rack rack, int battery, int address)
        {
            for (int number = 1; number <= 4; number++)
            {
                rack.Battery(battery).DipSwitch.Set(number, ((address >> (4 - number)) & 1) != 0);
            }
        }
    }
}
