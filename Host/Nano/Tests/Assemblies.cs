using System;
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

        /// <summary>nanoFramework's mscorlib as far as the core may use it.</summary>
        public static ModuleDefinition Surface { get; } = Read(PathOf("SurfaceAssembly"));

        /// <summary>This test assembly, for its fixtures.</summary>
        public static ModuleDefinition Fixtures { get; } = Read(typeof(Assemblies).Assembly.Location);

        /// <summary>Top folder of the repository.</summary>
        public static string RepositoryRoot { get; } = PathOf("RepositoryRoot");

        /// <summary>A fixture by its type.</summary>
        public static TypeDefinition FixtureOf(Type type) =>
            Fixtures.GetType(type.FullName!.Replace('+', '/')) ?? throw new InvalidOperationException($"fixture {type} is not in the assembly");

        private static ModuleDefinition Read(string path) => ModuleDefinition.ReadModule(path);

        private static string PathOf(string key) =>
            typeof(Assemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
    }
}
