using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Mutation;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>A second copy of the program in this process, with one deliberate error in the core or in the firmware around it.</summary>
    internal sealed class MutatedCore : AssemblyLoadContext
    {
        private const string Core = "BatterySim.Bms";
        private const string Hardware = "BatterySim.Hardware";

        private static readonly Lazy<CoreCompiler> Compiler = new(() => new(SourceFile.Root, VersionOf(typeof(Bms.Simulator))));
        private static readonly Lazy<CoreCompiler> HardwareCompiler = new(
            () => CoreCompiler.OfHardware(SourceFile.Root, VersionOf(typeof(BatterySim.Hardware.Firmware)), typeof(Bms.Simulator).Assembly.Location));

        private readonly Mutant? _mutant;

        public MutatedCore(Mutant? mutant)
            : base(isCollectible: true)
        {
            _mutant = mutant;
        }

        /// <summary>Says why the error cannot be put in; null if it can.</summary>
        public static string? FindProblem(Mutant mutant) => CompilerOf(mutant).FindProblem(mutant);

        /// <summary>What <see cref="RowAudit"/> finds in it.</summary>
        public string[] FindComplaints()
        {
            Type audit = LoadFromAssemblyPath(typeof(RowAudit).Assembly.Location).GetType(typeof(RowAudit).FullName!, true)!;
            return (string[])audit.GetMethod(nameof(RowAudit.FindComplaints))!.Invoke(null, [])!;
        }

        /// <summary>Runs a test of this assembly over it.</summary>
        /// <returns>What the test objects to; null if it passes.</returns>
        public string? RunTest(Type tests, string method, params object[] arguments)
        {
            Type copy = LoadFromAssemblyPath(tests.Assembly.Location).GetType(tests.FullName!, true)!;
            try
            {
                copy.GetMethod(method)!.Invoke(Activator.CreateInstance(copy), arguments);
                return null;
            }
            catch (TargetInvocationException failure)
            {
                return failure.InnerException!.Message;
            }
        }

        /// <inheritdoc/>
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string name = assemblyName.Name ?? "";
            if (name == (IsInHardware(_mutant) ? Hardware : Core))
            {
                using MemoryStream copy = new();
                CompilerOf(_mutant).Write(_mutant, copy);
                copy.Position = 0;
                return LoadFromStream(copy);
            }

            string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            return name.StartsWith("BatterySim", StringComparison.OrdinalIgnoreCase) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }

        private static CoreCompiler CompilerOf(Mutant? mutant) => IsInHardware(mutant) ? HardwareCompiler.Value : Compiler.Value;

        private static bool IsInHardware(Mutant? mutant) => mutant is not null && mutant.File.StartsWith("Hardware/", StringComparison.Ordinal);

        private static Version VersionOf(Type type) => type.Assembly.GetName().Version!;
    }
}
