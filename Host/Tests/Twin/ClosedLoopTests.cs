using System;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    public class ClosedLoopTests
    {
        private const long HourMilliseconds = 3_600_000;

        [Fact]
        public void Load_OnTheInverter_DischargesTheBankAndTheInverterShowsIt()
        {
            TwinSession session = Create(batteries: 2, socPermille: 800, watts: 5000);
            session.AdvanceTo(HourMilliseconds);
            int milliamps = session.Simulator.Bank.CurrentMilliamps;
            double watts = -milliamps / 1000.0 * session.Simulator.Bank.VoltageMillivolts / 1000.0;
            Assert.InRange(watts, 4950, 5050);
            Assert.InRange(session.Simulator.Report.SocPermille, 250, 400);
            BmsData bmsData = session.Inverter!.BmsData;
            Assert.InRange(bmsData.CurrentMilliamps.Value, milliamps - 500, milliamps + 500);
            Assert.InRange(bmsData.SocPermille.Value, session.Simulator.Report.SocPermille - 20, session.Simulator.Report.SocPermille + 10);
            Assert.Equal(2, bmsData.ModulesOnline.Value);
        }

        [Fact]
        public void Charge_OnTheInverter_FillsTheBankAndTapersAtTheVoltageLimit()
        {
            TwinSession session = Create(batteries: 2, socPermille: 500, watts: -20_000);
            session.AdvanceTo(30_000);
            int bulk = session.Inverter!.CurrentMilliamps;
            Assert.InRange(bulk, 100_000, 185_000);

            int voltageLimit = session.Simulator.Report.ChargeVoltageLimitMillivolts;
            int highest = 0;
            int socBefore = session.Simulator.Report.SocPermille;
            for (long time = 60_000; time <= 8 * HourMilliseconds; time += 1000)
            {
                session.AdvanceTo(time);
                highest = Math.Max(highest, session.Simulator.Bank.VoltageMillivolts);
                Assert.True(session.Simulator.Report.SocPermille >= socBefore);
                socBefore = session.Simulator.Report.SocPermille;
            }

            Assert.InRange(session.Simulator.Report.SocPermille, 990, 1000);
            Assert.InRange(highest, 0, voltageLimit + 100);
            Assert.InRange(session.Inverter.CurrentMilliamps, 0, bulk / 10);
        }

        [Fact]
        public void Charge_VoltageLimitReached_IsHeldWithFallingCurrent()
        {
            // Not the bank's chemistry but a source behind 20 milliohms, read once a second as a bank is: the regulator alone.
            var bench = new Tests.Inverter.InverterBench();
            bench.Inverter.LoadWatts = -20_000;
            double restMillivolts = 55_000;
            int before = 1_000_000;
            for (int second = 0; second < 600; second++)
            {
                bench.ReceiveBurst();
                bench.Inverter.TerminalMillivolts = (int)(restMillivolts + (bench.Inverter.CurrentMilliamps * 0.020));
                bench.AdvanceTo((second + 1) * 1000);
                if (second >= 60)
                {
                    restMillivolts += 1;
                    Assert.InRange(bench.Inverter.TerminalMillivolts, 55_980, 56_020);
                    Assert.InRange(bench.Inverter.CurrentMilliamps, 0, before + 100);
                    before = bench.Inverter.CurrentMilliamps;
                }
            }

            Assert.InRange(bench.Inverter.CurrentMilliamps, 15_000, 30_000);
        }

        [Fact]
        public void Loop_ChargeAndDischarge_WhatTheInverterMovesIsWhatTheBankGains()
        {
            TwinSession session = Create(batteries: 4, socPermille: 500, watts: 3000);
            long milliampMilliseconds = 0;
            long movedMilliampMilliseconds = 0;
            long stepMilliseconds = PowerStage.StepMilliseconds;
            session.AdvanceTo(0);
            long before = ChargeOf(session);
            for (long time = stepMilliseconds; time <= HourMilliseconds; time += stepMilliseconds)
            {
                milliampMilliseconds += session.Inverter!.CurrentMilliamps * stepMilliseconds;
                movedMilliampMilliseconds += Math.Abs(session.Inverter.CurrentMilliamps) * stepMilliseconds;
                if (time == HourMilliseconds / 3)
                {
                    session.LoadWatts = -8000;
                }

                session.AdvanceTo(time);
            }

            // The bank tells its charge in whole permille. It may lose a little on the way (its BMS eats, its cells are not perfect)
            // but can gain nothing that the inverter did not move.
            long gained = ChargeOf(session) - before;
            long onePermille = 4L * session.Simulator.Bank.ModuleAt(0).CapacityMilliampereHours * HourMilliseconds / 1000;
            long lossMax = movedMilliampMilliseconds / 50;
            Assert.InRange(gained - milliampMilliseconds, -lossMax - (2 * onePermille), 2 * onePermille);
            Assert.True(Math.Abs(milliampMilliseconds) > 20 * onePermille);
        }

        [Fact]
        public void NoInverter_LoadHangsOnTheBattery()
        {
            var options = new TwinOptions { Inverter = null, LoadWatts = 2600 };
            var session = new TwinSession(options);
            session.AdvanceTo(10_000);
            Assert.InRange(session.Simulator.Bank.CurrentMilliamps, -53_000, -48_000);
            session.LoadWatts = 0;
            session.AdvanceTo(10_001);
            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
        }

        [Fact]
        public void Plug_PulledFromTheInverter_IsF58AfterTenSecondsAndTheBankFeelsNoCurrent()
        {
            TwinSession session = Create(batteries: 1, socPermille: 800, watts: 2000);
            session.AdvanceTo(30_000);
            Assert.NotEqual(0, session.Simulator.Bank.CurrentMilliamps);
            session.SetInverterConnected(false);
            session.AdvanceTo(45_000);
            Assert.Equal(InverterFault.BmsCommunication, session.Inverter!.Fault);
            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
            session.SetInverterConnected(true);
            session.AdvanceTo(400_000);
            Assert.Equal(InverterState.Normal, session.Inverter.State);
            Assert.NotEqual(0, session.Simulator.Bank.CurrentMilliamps);
        }

        private static TwinSession Create(int batteries, int socPermille, int watts)
        {
            var options = new TwinOptions { LoadWatts = watts };
            options.Bank.BatteryCount = batteries;
            options.Bank.SocPermille = socPermille;
            return new TwinSession(options);
        }

        private static long ChargeOf(TwinSession session)
        {
            long charge = 0;
            for (int index = 0; index < session.Simulator.Bank.Count; index++)
            {
                charge += (long)session.Simulator.Bank.ModuleAt(index).SocPermille
                    * session.Simulator.Bank.ModuleAt(index).CapacityMilliampereHours * HourMilliseconds / 1000;
            }

            return charge;
        }
    }
}
