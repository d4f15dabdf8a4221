using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Mutation;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>A second copy of the program in this process, over a core with one deliberate error.</summary>
    internal sealed class MutatedCore : AssemblyLoadContext
    {
        private static readonly CoreCompiler Compiler = new(SourceFile.Root, typeof(Bms.Simulator).Assembly.GetName().Version!);

        private readonly Mutant? _mutant;

        public MutatedCore(Mutant? mutant)
            : base(isCollectible: true)
        {
            _mutant = mutant;
        }

        /// <summary>Says why the error cannot be put in; null if it can.</summary>
        public static string? FindProblem(Mutant mutant) => Compiler.FindProblem(mutant);

        /// <summary>What <see cref="RowAudit"/> finds in it.</summary>
        public string[] FindComplaints()
        {
            Type audit = LoadFromAssemblyPath(typeof(RowAudit).Assembly.Location).GetType(typeof(RowAudit).FullName!, true)!;
            return (string[])audit.GetMethod(nameof(RowAudit.FindComplaints))!.Invoke(null, [])!;
        }

        /// <inheritdoc/>
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string name = assemblyName.Name ?? "";
            if (name == "BatterySim.Bms")
            {
                using MemoryStream core = new();
                Compiler.Write(_mutant, core);
                core.Position = 0;
                return LoadFromStream(core);
            }

            string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            return name.StartsWith("BatterySim.", StringComparison.Ordinal) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
