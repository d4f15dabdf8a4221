using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class PowerTests
    {
        private const string Limits100A = "3002E803E803C001";
        private const string Limits300A = "3002B80BB80BC001";
        private const string LimitsNone = "300200000000C001";

        [Theory]
        [InlineData(5200, Limits100A, -100_000)]
        [InlineData(2600, Limits100A, -50_000)]
        [InlineData(-2600, Limits100A, 50_000)]
        [InlineData(52_000, Limits100A, -100_000)]
        [InlineData(-52_000, Limits100A, 100_000)]
        [InlineData(52_000, Limits300A, -185_000)]
        [InlineData(-52_000, Limits300A, 185_000)]
        [InlineData(52_000, LimitsNone, 0)]
        [InlineData(-52_000, LimitsNone, 0)]
        public void Current_Settled_IsWhatIsAskedForWithinBothLimits(int watts, string limits, int milliamps)
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = watts;
            bench.KeepReceivingUntil(30_000, limits);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(-5200, "4000000000000000", 0)]
        [InlineData(5200, "4000000000000000", -100_000)]
        [InlineData(5200, "8000000000000000", 0)]
        [InlineData(-5200, "8000000000000000", 100_000)]
        [InlineData(0, "C000000000000000", 0)]
        [InlineData(0, "D000000000000000", 100_000)]
        [InlineData(5200, "E000000000000000", 100_000)]
        [InlineData(0, "C800000000000000", 0)]
        public void Current_RequestBits_AreObeyed(int watts, string requests, int milliamps)
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = watts;
            bench.KeepReceivingUntil(30_000, Limits100A, requests);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Current_LimitLowered_IsObeyedWithinOneStep()
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = 5200;
            bench.KeepReceivingUntil(30_000);
            bench.ReceiveBurst(LimitsNone);
            bench.AdvanceTo(30_000 + PowerStage.StepMilliseconds);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Current_TerminalsAboveChargeVoltage_FallsToZero()
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = -5200;
            bench.KeepReceivingUntil(30_000);
            bench.Inverter.TerminalMillivolts = 56_500;
            bench.KeepReceivingUntil(60_000);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Current_TerminalsAtDischargeVoltage_FallsToZero()
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = 5200;
            bench.KeepReceivingUntil(30_000);
            bench.Inverter.TerminalMillivolts = 44_300;
            bench.KeepReceivingUntil(60_000);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Current_NoBatteryAtTheTerminals_IsZero()
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = 5200;
            bench.KeepReceivingUntil(30_000);
            bench.Inverter.TerminalMillivolts = 0;
            bench.KeepReceivingUntil(30_100);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(0x351u)]
        [InlineData(0x355u)]
        [InlineData(0x356u)]
        public void State_OneOfTheThreeBasicFramesMissing_WaitsAndLeavesTheBatteryAlone(uint missing)
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = 5200;
            for (int second = 0; second < 5; second++)
            {
                foreach ((uint id, string hex) in new[] { (0x351u, Limits100A), (0x355u, "3200640000000000"), (0x356u, "50140000FA000000") })
                {
                    if (id != missing)
                    {
                        bench.OnReceived(id, hex);
                    }
                }

                bench.AdvanceTo(1000 * (second + 1));
            }

            Assert.Equal(InverterState.WaitingForBms, bench.Inverter.State);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void State_NoRequestsFrame_IsNotForbidden()
        {
            var bench = new InverterBench();
            bench.Inverter.LoadWatts = -5200;
            for (int second = 1; second <= 10; second++)
            {
                bench.OnReceived(0x351, Limits100A);
                bench.OnReceived(0x355, "3200640000000000");
                bench.OnReceived(0x356, "50140000FA000000");
                bench.AdvanceTo(1000 * second);
            }

            Assert.Equal(100_000, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(-1, 5)]
        [InlineData(2_000_001, 5)]
        [InlineData(185_000, -1)]
        [InlineData(185_000, 60_001)]
        public void Settings_OutOfRange_AreAFaultThatSaysTheValue(int limitMilliamps, int delayMilliseconds)
        {
            var settings = new InverterSettings { ChargeLimitMilliamps = limitMilliamps, Quirks = { AnswerDelayMilliseconds = delayMilliseconds } };
            string fault = settings.FindProblem()!;
            Assert.Contains(limitMilliamps == 185_000 ? $"{delayMilliseconds}" : $"{limitMilliamps}", fault, System.StringComparison.Ordinal);
        }
    }
}
