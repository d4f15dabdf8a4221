using System;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    /// <summary>A twin in real time that has nothing to do leaves the processor to others.</summary>
    public class IdleRunTests
    {
        // A look every 10 ms and at the bank's events: some 100 in a second. A loop that never waits makes thousands.
        private const int LooksMax = 400;

        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public async Task Run_AfterItsTimeWasShifted_Waits(bool isHeld)
        {
            var session = new TwinSession(new TwinOptions());
            using var hub = new PortHub(session.Bus);
            var looks = new LookCounter();
            var clock = new HeldClock();
            var runner = new TwinRunner(session, SimulationPace.Real, clock) { Hub = hub, KeepsRealTime = true, Commands = looks };
            using var stop = new CancellationTokenSource();
            Task<bool> running = Task.Run(() => runner.RunAsync(null, null, stop.Token));
            await Task.Delay(200);
            if (isHeld)
            {
                clock.Hold(TimeSpan.FromSeconds(20));
            }
            else
            {
                runner.Pace = SimulationPace.Times(2);
            }

            await Task.Delay(200);
            looks.Count = 0;
            await Task.Delay(1000);
            int count = looks.Count;
            stop.Cancel();
            await running;

            Assert.InRange(count, 1, LooksMax);
        }

        /// <summary>The machine's clock, which a machine that stood still finds further on.</summary>
        private sealed class HeldClock : TimeProvider
        {
            private long _heldTicks;

            public void Hold(TimeSpan time) => Interlocked.Add(ref _heldTicks, time.Ticks * (System.TimestampFrequency / TimeSpan.TicksPerSecond));

            public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _heldTicks);
        }

        /// <summary>Has no orders, and counts how often it is asked.</summary>
        private sealed class LookCounter : ICommandSource
        {
            public event Action? Arrived
            {
                add { }
                remove { }
            }

            public int Count { get; set; }

            public bool Run()
            {
                Count++;
                return false;
            }
        }
    }
}
