using System.Linq;
using BatterySim.Host.Verification.Meter;
using BatterySim.Host.Verification.Meter.Heap;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>What the whole firmware may cost a board: memory, flash, and instructions of its main loop.</summary>
    public class FirmwareBudgetTests
    {
        private const int FlashBytesMax = 250_000;
        private const int WorstPassMax = 6_000;
        private const int PassesPerSecondMax = 150_000;

        [Theory]
        [InlineData(4, 79_000)]
        [InlineData(16, 99_500)]
        public void Heap_RunningBank_FitsABoardOfAHundredThousandBytes(int batteries, int bytesMax)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(batteries);

            Assert.InRange(heap.TotalBytes, 40_000, bytesMax);
            Assert.Equal(batteries, heap.Shares.Single(share => share.Kind == "BatteryModule").Count);
        }

        [Fact]
        public void Flash_Firmware_FitsTheDeploymentPartition()
        {
            Assert.InRange(FirmwareMeter.MeasureHeap(1).Firmware.FlashBytes, 50_000, FlashBytesMax);
        }

        [Theory]
        [InlineData("broadcast")]
        [InlineData("poll")]
        public void Instructions_MainLoopOfSixteen_StayWithinTheBudget(string cadence)
        {
            PassReport report = FirmwareMeter.MeasurePasses(16, cadence, 60);

            Assert.InRange(report.WorstPass, 1, WorstPassMax);
            Assert.InRange(report.PerSecond, 1, PassesPerSecondMax);
            Assert.InRange(report.IdlePass, 1, report.WorstPass - 1);
        }
    }
}
