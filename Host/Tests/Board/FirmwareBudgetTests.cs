using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Hardware;
using BatterySim.Hardware.DeviceCan;
using BatterySim.Host.DeviceCan;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Meter;
using BatterySim.Host.Verification.Meter.Heap;
using BatterySim.Host.Verification.NanoSim;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>What the whole firmware may cost a board: memory, flash, and instructions of its main loop.</summary>
    public class FirmwareBudgetTests
    {
        private const int FlashBytesMax = 250_000;
        private const int StackBytesMax = 6_300;
        private const int AssemblyTableMax = 52_000;
        private const int WorstPassMax = 6_000;
        private const int PassesPerSecondMax = 150_000;

        // About 82,000 leave 12,000 free while a command needs the 6,000 that HeapSoakTests allows it; what is free in truth is measured there.
        [Theory]
        [InlineData(FirmwareAssemblies.Mcp2515, 1, 62_000)]
        [InlineData(FirmwareAssemblies.Mcp2515, 4, 66_200)]
        [InlineData(FirmwareAssemblies.Mcp2515, 8, 71_700)]
        [InlineData(FirmwareAssemblies.Mcp2515, 16, 82_900)]
        [InlineData(FirmwareAssemblies.DeviceCan, 1, 62_000)]
        [InlineData(FirmwareAssemblies.DeviceCan, 4, 66_200)]
        [InlineData(FirmwareAssemblies.DeviceCan, 8, 71_700)]
        [InlineData(FirmwareAssemblies.DeviceCan, 16, 82_900)]
        public void Heap_RunningBank_FitsABoardOfAHundredThousandBytes(string deployment, int batteries, int bytesMax)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(batteries, deployment);

            // The session that is weighed has an MCP2515, whose driver stays in the sum: what the other controller takes comes on top.
            int controller = deployment == FirmwareAssemblies.DeviceCan ? WeighDeviceCan() : 0;
            Assert.InRange(heap.TotalBytes + controller, 40_000, bytesMax);
            Assert.Equal(batteries, heap.Shares.Single(share => share.Kind == "BatteryModule").Count);
        }

        // Each call takes heap on a board, and the deepest chain stands on it together with everything else.
        [Theory]
        [InlineData(FirmwareAssemblies.Mcp2515)]
        [InlineData(FirmwareAssemblies.DeviceCan)]
        public void Calls_DeepestChain_TakesAFewKilobytes(string deployment)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(1, deployment);
            string chain = string.Join(" > ", heap.DeepestChain.Select(frame => frame.Method + " " + frame.Bytes));

            Assert.Equal("Program.Main", heap.DeepestChain[0].Method);
            Assert.True(heap.StackBytes <= StackBytesMax, $"{heap.StackBytes} bytes: {chain}");
            Assert.True(heap.StackBytes > 10 * heap.DeepestChain[0].Bytes, chain);
            Assert.Equal(heap.StackBytes, heap.DeepestChain.Sum(frame => frame.Bytes));
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
        public void Page_Sizes_AreThoseOfTheAssemblies()
        {
            string page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "firmware.md"));
            foreach (AssemblyTables assembly in FirmwareAssemblies.TablesOf(FirmwareAssemblies.Mcp2515))
            {
                string row = page.Split('\n').Single(line => line.StartsWith($"| `{assembly.Name}` |", StringComparison.Ordinal));

                // The page rounds to a kilobyte; one more or less is not worth a new print.
                string[] cells = row.Split('|');
                Assert.InRange(Kilobytes(cells[4]), (assembly.ByteCodeBytes / 1000) - 1, (assembly.ByteCodeBytes / 1000) + 1);
                Assert.InRange(Kilobytes(cells[5]), (assembly.StringBytes / 1000) - 1, (assembly.StringBytes / 1000) + 1);
            }
        }

        private static int Kilobytes(string cell) => int.Parse(cell.Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

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

        private static int WeighDeviceCan()
        {
            var settings = new DeviceCanSettings();
            DeviceCanFirmware.Install(settings.ControllerId, new SimulatedCan());
            var bus = new DeviceCanBus(settings, new ElapsedClock(new StandingTicks()));
            return LiveHeap.Weigh([bus.GetType().Assembly], bus).Sum(share => share.Bytes);
        }

        private sealed class StandingTicks : ITickCounter
        {
            public int TickMilliseconds => 0;
        }
    }
}
