using System;
using System.Collections.Generic;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    public class DayTests
    {
        private const int Hour = 3600;

        [Fact]
        public void Day_OfSunAndHouse_RunsThroughEveryStageWithoutSwinging()
        {
            TwinSession session = Create(socPermille: 400, new InverterSettings { AbsorptionMillivolts = 55_600, FloatMillivolts = 54_000 });
            var stages = new HashSet<InverterStage>();
            var swings = new SwingCounter(2_000);
            for (int second = 0; second < 24 * Hour; second++)
            {
                // A new power every quarter of an hour, as clouds and kettles make it; known, so that each run is the same.
                if (second % 900 == 0)
                {
                    session.Inverter!.Settings.SolarWatts = SunAt(second);
                    session.LoadWatts = 800 + (second / 900 % 4 * 500);
                }

                session.AdvanceTo((second + 1) * 1000L);
                stages.Add(session.Inverter!.Stage);
                swings.Add(session.Inverter.CurrentMilliamps);
            }

            Assert.All(
                [InverterStage.Bulk, InverterStage.Absorb, InverterStage.FloatCharge, InverterStage.Discharge],
                stage => Assert.Contains(stage, stages));

            // 96 changes of power: each may turn the current round once, and the bank's own limits a few times more.
            Assert.InRange(swings.Count, 10, 140);
            Assert.Equal(InverterFault.None, session.Inverter!.Fault);
            Assert.InRange(session.Simulator.Report.SocPermille, 100, 1000);
        }

        [Fact]
        public void Charge_FromBulkThroughAbsorbToFloat_NeverSwings()
        {
            TwinSession session = Create(
                socPermille: 600, new InverterSettings { SolarWatts = 15_000, AbsorptionMillivolts = 55_600, FloatMillivolts = 54_000 });
            var swings = new SwingCounter(2_000);
            int highest = 0;
            for (int second = 0; second < 5 * Hour; second++)
            {
                session.AdvanceTo((second + 1) * 1000L);
                swings.Add(session.Inverter!.CurrentMilliamps);
                highest = Math.Max(highest, session.Simulator.Bank.VoltageMillivolts);
            }

            Assert.Equal(InverterStage.FloatCharge, session.Inverter!.Stage);

            // One step down where CCL tapers; then, where the regulator has cut the current at the knee to 39 A, the cells come back from their
            // branch of charge and take 8 A more for half a minute. That is what a tail at 55.6 V is: two turns, and no third.
            Assert.InRange(highest, 55_500, 55_750);
            Assert.InRange(swings.Count, 1, 3);
        }

        [Fact]
        public void Night_OffGrid_EndsAtShutdownAndTheSunBringsItBack()
        {
            TwinSession session = Create(socPermille: 150, new InverterSettings { GridPresent = false, LoadWatts = 3000 });
            session.AdvanceTo(2 * Hour * 1000L);
            Assert.Equal(InverterState.Shutdown, session.Inverter!.State);
            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
            Assert.InRange(session.Simulator.Report.SocPermille, 95, 115);
            Assert.Equal(3000, session.Inverter.UnservedWatts);

            session.Inverter.Settings.SolarWatts = 8000;
            session.AdvanceTo(5 * Hour * 1000L);
            Assert.Equal(InverterState.Normal, session.Inverter.State);
        }

        [Fact]
        public void Cvl_LoweredBelowTheBank_ExportsCalmlyUntilBothMeet()
        {
            TwinSession session = Create(socPermille: 950, new InverterSettings { SellAllowed = true });
            session.AdvanceTo(20_000);
            Assert.Equal(0, session.Inverter!.CurrentMilliamps);
            Assert.Equal(0, session.Simulator.Execute("FAUL:VAL:CVL 52.8 V").Length);
            var swings = new SwingCounter(2_000);
            int most = 0;
            for (int second = 20; second < 4 * Hour; second++)
            {
                session.AdvanceTo((second + 1) * 1000L);
                swings.Add(session.Inverter.CurrentMilliamps);
                most = Math.Max(most, -session.Inverter.CurrentMilliamps);
                Assert.True(session.Inverter.GridWatts <= 0);
            }

            Assert.InRange(most, 20_000, 185_000);
            Assert.InRange(session.Simulator.Bank.VoltageMillivolts, 52_700, 53_000);
            Assert.InRange(swings.Count, 1, 6);
        }

        [Fact]
        public void Power_SwitchedOff_TheBusLosesAListenerAndTheBankGoesOn()
        {
            TwinSession session = Create(socPermille: 500, new InverterSettings { LoadWatts = 2000 });
            session.AdvanceTo(20_000);
            session.SetInverterPower(false);
            long replies = session.InverterFrameCount;
            session.AdvanceTo(60_000);
            Assert.Equal(replies, session.InverterFrameCount);
            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
            session.SetInverterPower(true);
            session.AdvanceTo(70_000);
            Assert.Equal(InverterState.Normal, session.Inverter!.State);
            Assert.True(session.InverterFrameCount > replies);
            Assert.NotEqual(0, session.Simulator.Bank.CurrentMilliamps);
        }

        private static int SunAt(int second)
        {
            double hour = second / (double)Hour % 24;
            double height = Math.Sin((hour - 6) / 12 * Math.PI);
            int cloud = second / 900 % 5 == 2 ? 2 : 1;
            return (int)Math.Max(0, 9000 * height / cloud);
        }

        private static TwinSession Create(int socPermille, InverterSettings settings)
        {
            var options = new TwinOptions { Inverter = settings };
            options.Bank.BatteryCount = 4;
            options.Bank.SocPermille = socPermille;
            return new TwinSession(options);
        }
    }
}
