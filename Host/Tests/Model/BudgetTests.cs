using System;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Verification.Meter;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>What the bank may cost a board: instructions of its interpreter, counted and not timed, and memory.</summary>
    public class BudgetTests
    {
        private const int InstructionsPerSecondMax = 40_000;
        private const int InstructionsPerCallMax = 5_000;

        [Fact]
        public void Instructions_SixteenBatteries_StayWithinTheBudget()
        {
            IlReport report = IlMeter.Measure("generic-16s-100", 16, 300);
            Assert.InRange(report.ExecutedPerSecond, 1, InstructionsPerSecondMax);
            Assert.InRange(report.ExecutedPerCallMax, 1, InstructionsPerCallMax);
        }

        [Fact]
        public void Memory_OnceRunning_NothingIsAllocated()
        {
            var settings = new SimulatorSettings { Profile = ProfileCatalogue.Create("generic-16s-100"), BatteryCount = 16 };
            var simulator = new Simulator(settings, new SinkBus());
            Run(simulator, 600);

            // The runtime may allocate on this thread when it compiles a method anew, which a busy machine puts off; the core would in every pass.
            long least = long.MaxValue;
            for (int pass = 0; pass < 3 && least > 0; pass++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Run(simulator, 4 * 3600);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        }

        // Charging and discharging, a breaker now and then, a battery that sleeps and wakes, a cable that comes and goes.
        private static void Run(Simulator simulator, int seconds)
        {
            for (int second = 0; second < seconds; second++)
            {
                simulator.SetCurrent((second / 900 % 2 == 0 ? 400_000 : -400_000) + (second % 60 * 1000));
                if (second % 300 == 100)
                {
                    simulator.SetBreaker(5, second % 600 == 100);
                    simulator.Bank.Wiring.SetLink(8, second % 600 != 100);
                    simulator.Refresh();
                    simulator.PressReset(3);
                    simulator.Advance(3000);
                    simulator.ReleaseReset(3);
                }

                simulator.Advance(1000);
            }
        }

        private sealed class SinkBus : ICanBus
        {
            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;
        }
    }
}
