using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>The assemblies under inspection, read as files.</summary>
    internal static class Assemblies
    {
        /// <summary>The core, compiled for the board.</summary>
        public static ModuleDefinition Board { get; } = Read(PathOf("BoardAssembly"));

        /// <summary>The whole firmware on the road Mcp2515, compiled for the board.</summary>
        public static ModuleDefinition Firmware { get; } = Read(PathOf("FirmwareAssembly"));

        /// <summary>The whole firmware on the road Device.Can.</summary>
        public static ModuleDefinition FirmwareDeviceCan { get; } = Read(PathOf("FirmwareDeviceCanAssembly"));

        /// <summary>nanoFramework's mscorlib as far as the core may use it.</summary>
        public static ModuleDefinition Surface { get; } = Read(PathOf("SurfaceAssembly"));

        /// <summary>This test assembly, for its fixtures.</summary>
        public static ModuleDefinition Fixtures { get; } = Read(typeof(Assemblies).Assembly.Location);

        /// <summary>Top folder of the repository.</summary>
        public static string RepositoryRoot { get; } = PathOf("RepositoryRoot");

        /// <summary>The libraries that a firmware was compiled against: everything that lies beside it.</summary>
        public static IReadOnlyList<ModuleDefinition> SurfacesOf(ModuleDefinition firmware) =>
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(firmware.FileName)!, "*.dll").Where(path => path != firmware.FileName).Select(Read),
        ];

        /// <summary>A fixture by its type.</summary>
        public static TypeDefinition FixtureOf(Type type) =>
            Fixtures.GetType(type.FullName!.Replace('+', '/')) ?? throw new InvalidOperationException($"fixture {type} is not in the assembly");

        private static ModuleDefinition Read(string path) => ModuleDefinition.ReadModule(path);

        private static string PathOf(string key) =>
            typeof(Assemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
    }
}
