using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    public class TwinRunnerTests
    {
        private readonly TwinSession _session = new(new TwinOptions());
        private readonly TestClock _clock = new();

        [Theory]
        [InlineData(1.0, 10.0)]
        [InlineData(10.0, 1.0)]
        [InlineData(0.5, 20.0)]
        public async Task Run_AtAPace_TakesItsTimeOnTheWall(double factor, double wallSeconds)
        {
            var runner = new TwinRunner(_session, SimulationPace.Times(factor), _clock);
            Assert.True(await runner.RunAsync(10_000, null, CancellationToken.None));
            Assert.Equal(10_000, _session.NowMilliseconds);
            Assert.InRange(_clock.Now.TotalSeconds, wallSeconds, wallSeconds + 0.02);
        }

        [Fact]
        public async Task Run_RealPace_ReportsEverySecondOnTheWall()
        {
            var times = new List<long>();
            var runner = new TwinRunner(_session, SimulationPace.Real, _clock);
            await runner.RunAsync(5_500, () => times.Add(_session.NowMilliseconds), CancellationToken.None);
            Assert.Equal(5, times.Count);
            for (int index = 0; index < times.Count; index++)
            {
                Assert.InRange(times[index], ((index + 1) * 1000) - 20, ((index + 1) * 1000) + 20);
            }
        }

        [Fact]
        public async Task Run_MaxPace_NeverWaitsButStillReportsOnTheWall()
        {
            _clock.LookCost = TimeSpan.FromMilliseconds(1);
            int reports = 0;
            var runner = new TwinRunner(_session, SimulationPace.Max, _clock);
            Assert.True(await runner.RunAsync(24 * 3_600_000, () => reports++, CancellationToken.None));
            Assert.Equal(24 * 3_600_000, _session.NowMilliseconds);
            Assert.InRange(reports, (int)_clock.Now.TotalSeconds - 1, (int)_clock.Now.TotalSeconds + 1);
            Assert.InRange(reports, 10, 30);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task Run_AskedToStop_EndsWithoutAnExceptionAndSaysSo(bool atMaxPace)
        {
            using var stop = new CancellationTokenSource();
            _clock.LookCost = TimeSpan.FromMilliseconds(1);
            var runner = new TwinRunner(_session, atMaxPace ? SimulationPace.Max : SimulationPace.Real, _clock);
            Assert.False(await runner.RunAsync(null, stop.Cancel, stop.Token));
            Assert.InRange(_session.NowMilliseconds, 1, 100_000_000);
            Assert.Equal(_session.NowMilliseconds, _session.Simulator.NowMilliseconds);
        }

        [Fact]
        public async Task Run_PaceBeyondTheMachine_StillReportsAndEnds()
        {
            // One look costs a second: at 100,000 times real speed the session can only fall behind.
            _clock.LookCost = TimeSpan.FromSeconds(1);
            int reports = 0;
            var runner = new TwinRunner(_session, SimulationPace.Times(100_000), _clock);
            Assert.True(await runner.RunAsync(100_000, () => reports++, CancellationToken.None));
            Assert.InRange(reports, 15, 25);
        }

        [Theory]
        [InlineData(0)]
        [InlineData(-1)]
        [InlineData(1e7)]
        [InlineData(double.NaN)]
        public void Times_FactorOutOfRange_IsRefused(double factor)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => SimulationPace.Times(factor));
        }

        // The process stood still for eight seconds (SIGSTOP): the bursts of those seconds may not leave at once, nor pass for punctual.
        [Theory]
        [InlineData(LatePolicy.Shift)]
        [InlineData(LatePolicy.Skip)]
        public async Task Run_HostStandsStill_SendsNoBurstOfBursts(LatePolicy policy)
        {
            const int Lost = 8000;
            var leaves = new List<double>();
            var log = new List<long>();
            var runner = new TwinRunner(_session, SimulationPace.Real, _clock) { KeepsRealTime = true, LatePolicy = policy };
            var slips = new List<HostSlip>();
            runner.Slips.Slipped += slips.Add;
            _session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                if (frame.Id == 0x351)
                {
                    leaves.Add(_clock.Now.TotalMilliseconds);
                    log.Add(microseconds / 1000);
                }
            };
            bool hasStopped = false;
            void Stop()
            {
                if (!hasStopped && _clock.Now.TotalSeconds >= 5)
                {
                    hasStopped = true;
                    _clock.Skip(TimeSpan.FromMilliseconds(Lost));
                }
            }

            await runner.RunAsync(20_000, Stop, CancellationToken.None);

            HostSlip slip = Assert.Single(slips);
            Assert.InRange(slip.LateMilliseconds, Lost - 20, Lost + 50);
            Assert.Equal(1, runner.Slips.Count);
            Assert.Equal((slip.LateMilliseconds, slip.LateMilliseconds), (runner.Slips.TotalMilliseconds, runner.Slips.WorstMilliseconds));
            for (int index = 1; index < leaves.Count; index++)
            {
                Assert.InRange(leaves[index] - leaves[index - 1], 950, Lost + 1100);
            }

            // What the instrument measured is what the inverter lived through, whichever way time was made up for.
            FrameStatistics statistics = _session.Simulator.Schedule.StatisticsOf(0x351);
            Assert.InRange(statistics.PeriodMaxMilliseconds, Lost, Lost + 1100);
            Assert.InRange(statistics.PeriodMeanMilliseconds, (20_000 - 1000) / leaves.Count, (20_000 + Lost) / (leaves.Count - 1));

            // Skipping catches up with the clock, so that the log tells the wall's time; shifting goes on behind it.
            int behind = policy == LatePolicy.Shift ? Lost : 0;
            Assert.InRange(_clock.Now.TotalMilliseconds, 20_000 + behind, 20_100 + behind);
            Assert.Equal(leaves.Count, log.Count);
            Assert.InRange(leaves.Count, policy == LatePolicy.Shift ? 19 : 11, policy == LatePolicy.Shift ? 21 : 13);
        }

        [Fact]
        public async Task Run_NobodyOutside_HasNoSlips()
        {
            _clock.LookCost = TimeSpan.FromMilliseconds(200);
            var runner = new TwinRunner(_session, SimulationPace.Real, _clock);
            await runner.RunAsync(5_000, null, CancellationToken.None);

            Assert.Equal(0, runner.Slips.Count);
        }
    }
}
