using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>Reads assemblies that refer to one another, each of them once, so that definitions can be compared by identity.</summary>
    internal sealed class SiblingResolver(IReadOnlyList<string> paths) : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = new(StringComparer.Ordinal);

        /// <summary>The module in a file.</summary>
        public ModuleDefinition Resolve(string path)
        {
            if (!_read.TryGetValue(path, out AssemblyDefinition? assembly))
            {
                assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
                _read.Add(path, assembly);
            }

            return assembly.MainModule;
        }

        /// <inheritdoc/>
        public override AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            string? path = paths.FirstOrDefault(item => Path.GetFileNameWithoutExtension(item) == name.Name);
            return path is null ? base.Resolve(name) : Resolve(path).Assembly;
        }
    }
}
