using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>The assemblies under inspection, read as files.</summary>
    internal static class Assemblies
    {
        /// <summary>The core, compiled for the board: the bank and what speaks for it.</summary>
        public static BoardProgram Core { get; } = new(PathOf("CoreFolder"), ["BatterySim.Bank", "BatterySim.Bms"]);

        /// <summary>The whole firmware for an MCP2515, compiled for the board.</summary>
        public static BoardProgram Firmware { get; } = new(PathOf("FirmwareFolder"), ["BatterySim.Bank", "BatterySim.Bms", "BatterySim"]);

        /// <summary>The whole firmware for nanoFramework.Device.Can.</summary>
        public static BoardProgram FirmwareDeviceCan { get; } = new(PathOf("FirmwareDeviceCanFolder"), ["BatterySim.Bank", "BatterySim.Bms", "BatterySim"]);

        /// <summary>The tests that run on a board, with the assemblies that they test.</summary>
        public static BoardProgram BoardTests { get; } = new(PathOf("BoardTestsFolder"), ["BatterySim.Bank", "BatterySim.Bms", "NFUnitTest"]);

        /// <summary>nanoFramework's mscorlib.</summary>
        public static ModuleDefinition BaseLibrary { get; } = ModuleDefinition.ReadModule(PathOf("BaseLibrary"));

        /// <summary>This test assembly, for its fixtures.</summary>
        public static BoardProgram Fixtures { get; } = new(Path.GetDirectoryName(typeof(Assemblies).Assembly.Location)!, ["BatterySim.Nano.Tests"]);

        /// <summary>Top folder of the repository.</summary>
        public static string RepositoryRoot { get; } = PathOf("RepositoryRoot");

        /// <summary>A fixture by its type.</summary>
        public static TypeDefinition FixtureOf(Type type) =>
            Fixtures.Modules.Single().GetType(type.FullName!.Replace('+', '/')) ?? throw new InvalidOperationException($"fixture {type} is not in the assembly");

        private static string PathOf(string key) =>
            typeof(Assemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
    }
}
