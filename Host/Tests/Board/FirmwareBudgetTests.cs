using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Meter;
using BatterySim.Host.Verification.Meter.Heap;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>What the whole firmware may cost a board: memory, flash, and instructions of its main loop.</summary>
    public class FirmwareBudgetTests
    {
        private const int FlashBytesMax = 250_000;
        private const int AssemblyTableMax = 52_000;
        private const int WorstPassMax = 6_000;
        private const int PassesPerSecondMax = 150_000;

        [Theory]
        [InlineData(1, 63_700)]
        [InlineData(4, 68_500)]
        [InlineData(8, 74_800)]
        [InlineData(16, 87_500)]
        public void Heap_RunningBank_FitsABoardOfAHundredThousandBytes(int batteries, int bytesMax)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(batteries);

            Assert.InRange(heap.TotalBytes, 40_000, bytesMax);
            Assert.Equal(batteries, heap.Shares.Single(share => share.Kind == "BatteryModule").Count);
        }

        [Fact]
        public void Flash_Firmware_FitsTheDeploymentPartition()
        {
            Assert.InRange(FirmwareAssemblies.TablesOf(FirmwareAssemblies.Mcp2515).Sum(assembly => assembly.FlashBytes), 50_000, FlashBytesMax);
        }

        // nanoFramework addresses 65,535 bytes of each in an assembly; past that the metadata processor refuses it. Every project is optimised
        // in both configurations, and nothing asks for DEBUG, so that what is counted here holds for both.
        [Theory]
        [InlineData(FirmwareAssemblies.Mcp2515, "BatterySim.Bank BatterySim.Bms BatterySim")]
        [InlineData(FirmwareAssemblies.DeviceCan, "BatterySim.Bank BatterySim.Bms BatterySim")]
        [InlineData(FirmwareAssemblies.BoardTests, "BatterySim.Bank BatterySim.Bms NFUnitTest")]
        public void Assembly_EachOneOfADeployment_LeavesRoomInItsTables(string deployment, string names)
        {
            IReadOnlyList<AssemblyTables> assemblies = FirmwareAssemblies.TablesOf(deployment);

            Assert.Equal(names, string.Join(' ', assemblies.Select(assembly => assembly.Name)));
            Assert.All(assemblies, assembly => Assert.InRange(assembly.ByteCodeBytes, 1, AssemblyTableMax));
            Assert.All(assemblies, assembly => Assert.InRange(assembly.StringBytes, 1, AssemblyTableMax));
        }

        [Fact]
        public void Sources_OfTheBoard_AreTheSameInDebugAndRelease()
        {
            Assert.DoesNotContain(
                SourceFile.All.Where(file => file.IsForTheBoard).SelectMany(file => file.Lines),
                line => line.StartsWith("#if", StringComparison.Ordinal) && line.Contains("DEBUG", StringComparison.Ordinal));
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
