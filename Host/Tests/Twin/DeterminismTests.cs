using System;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    public class DeterminismTests
    {
        private const long EndMilliseconds = 120_000;

        [Fact]
        public void Run_Twice_PutsTheSameBytesOnTheBusAtTheSameTimes()
        {
            Assert.Equal(Run(7, () => EndMilliseconds), Run(7, () => EndMilliseconds));
        }

        [Fact]
        public void Run_OtherSeed_ShowsInTheJitter()
        {
            Assert.NotEqual(Run(7, () => EndMilliseconds), Run(8, () => EndMilliseconds));
        }

        [Fact]
        public void Run_CutAnyhow_PutsTheSameBytesOnTheBusAtTheSameTimes()
        {
            string whole = Run(7, () => EndMilliseconds);
            Assert.Equal(whole, Run(7, () => 1));
            Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
            {
                var random = new Random(seed);
                return Run(7, () => random.Next(0, 2500)) == whole;
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void InverterSwitchedOff_ItsCurrent_EndsAtThatInstant()
        {
            var session = new TwinSession(CreateOptions(7));
            session.AdvanceTo(30_000);
            Assert.NotEqual(0, session.Simulator.Bank.CurrentMilliamps);

            session.SetInverterPower(false);
            Assert.Equal(0, session.Simulator.Bank.CurrentMilliamps);
        }

        [Fact]
        public void Run_SteadyState_AllocatesNothing()
        {
            var session = new TwinSession(CreateOptions(7));
            session.AdvanceTo(10_000);
            long before = GC.GetAllocatedBytesForCurrentThread();
            session.AdvanceTo(EndMilliseconds);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        private static TwinOptions CreateOptions(uint seed)
        {
            var options = new TwinOptions { Inverter = new InverterSettings { Quirks = { PollPeriodMilliseconds = 700 } }, LoadWatts = 2000 };
            options.Bank.Seed = seed;
            options.Bank.Cadence = Cadence.Both;
            options.Bank.BatteryCount = 3;
            options.Bank.Dialect = Dialects.Create("sol-ark");
            options.Bank.Dialect.JitterMilliseconds = 50;
            return options;
        }

        private static string Run(uint seed, Func<long> nextCut)
        {
            var session = new TwinSession(CreateOptions(seed));
            var log = new TwinLog(session);
            while (session.NowMilliseconds < EndMilliseconds)
            {
                session.AdvanceTo(Math.Min(EndMilliseconds, session.NowMilliseconds + nextCut()));
            }

            return log.Text;
        }
    }
}
