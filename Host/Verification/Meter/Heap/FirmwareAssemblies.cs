using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>The assemblies that are deployed to a board, as the reference build made them.</summary>
    public static class FirmwareAssemblies
    {
        /// <summary>The firmware for an MCP2515.</summary>
        public const string Mcp2515 = "Firmware";

        /// <summary>The firmware for nanoFramework.Device.Can.</summary>
        public const string DeviceCan = "FirmwareDeviceCan";

        /// <summary>The tests that run on a board.</summary>
        public const string BoardTests = "BoardTests";

        private static readonly string[] Ours = ["BatterySim.Bank", "BatterySim.Bms", "BatterySim", "NFUnitTest"];

        /// <summary>Paths of our own assemblies in a deployment.</summary>
        public static IReadOnlyList<string> PathsOf(string deployment) =>
            [.. Ours.Select(name => Path.Combine(FolderOf(deployment), name + ".dll")).Where(File.Exists)];

        /// <summary>What our own assemblies in a deployment take.</summary>
        public static IReadOnlyList<AssemblyTables> TablesOf(string deployment) => [.. PathsOf(deployment).Select(path => new AssemblyTables(path))];

        private static string FolderOf(string deployment) =>
            Path.Combine(Path.GetDirectoryName(typeof(FirmwareAssemblies).Assembly.Location)!, "firmware", deployment);
    }
}
