using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    /// <summary>What the inverter meets when the BMS of every battery opens its FETs under it.</summary>
    public class OpenFetTests
    {
        [Fact]
        public void Discharge_FetsOpenOffGrid_TerminalsDieAndF25Comes()
        {
            TwinSession session = Create(isGridPresent: false);

            session.AdvanceTo(300_000);

            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
            Assert.Equal(0, session.Inverter!.CurrentMilliamps);
            Assert.Equal(0, session.Inverter.TerminalMillivolts);
            Assert.True(session.Inverter.Faults.Contains(InverterFault.DcFeedback));
        }

        [Fact]
        public void Discharge_FetsOpenOnGrid_NothingFlowsAndTheGridHoldsTheTerminals()
        {
            TwinSession session = Create(isGridPresent: true);

            session.AdvanceTo(300_000);

            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
            Assert.Equal(0, session.Inverter!.CurrentMilliamps);
            Assert.InRange(session.Inverter.TerminalMillivolts, 36_000, 56_000);
            Assert.False(session.Inverter.Faults.Contains(InverterFault.DcFeedback));
        }

        [Fact]
        public void Discharge_GridComesBack_TerminalsLiveAgain()
        {
            TwinSession session = Create(isGridPresent: false);
            session.AdvanceTo(300_000);

            session.Inverter!.Settings.GridPresent = true;
            session.AdvanceTo(310_000);

            Assert.InRange(session.Inverter.TerminalMillivolts, 36_000, 56_000);
            Assert.False(session.Inverter.Faults.Contains(InverterFault.DcFeedback));
        }

        [Theory]
        [InlineData("POL:FULL:FET OFF", 7_500, 60_000, 61_800)]
        [InlineData("POL:FULL:FET OFF", 0, 53_000, 54_200)]
        [InlineData("POL:FULL:FET ON", 7_500, 53_000, 54_200)]
        public void LoadFalls_ChargeFetOpen_LiftsTheTerminalsForAMoment(string fet, int rise, int least, int most)
        {
            TwinSession session = new(new TwinOptions { Inverter = new InverterSettings { OpenFetRiseMillivolts = rise }, LoadWatts = 3000 });
            session.Simulator.Execute("MOD1:SOC 100;:" + fet);
            session.AdvanceTo(20_000);
            session.Inverter!.LoadWatts = 0;
            int highest = 0;
            for (int step = 1; step <= 30; step++)
            {
                session.AdvanceTo(20_000 + (step * 50));
                highest = System.Math.Max(highest, session.Inverter.TerminalMillivolts);
            }

            Assert.InRange(highest, least, most);
            Assert.InRange(session.Inverter.TerminalMillivolts, 53_000, 54_200);
            Assert.False(session.Inverter.Faults.Any);
        }

        // Empty cells open the discharge FET; the wire still says 100 A and a full battery, so the inverter asks all the same.
        private static TwinSession Create(bool isGridPresent)
        {
            TwinSession session = new(new TwinOptions
            {
                Inverter = new InverterSettings { GridPresent = isGridPresent, ActivatesBattery = true, GridReconnectMilliseconds = 0 },
                LoadWatts = 3000,
            });
            session.Simulator.Execute("MOD1:SOC 0.5;:FAUL:VAL:DCL 100 A;DEN 1;SOC 100;DVL 40 V;FHIG 0;FLOW 0");
            return session;
        }
    }
}
