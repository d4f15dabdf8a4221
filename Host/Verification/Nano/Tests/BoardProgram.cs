using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace BatterySim.Nano.Tests
{
    /// <summary>The assemblies of ours that a board loads together, and the libraries beside them.</summary>
    internal sealed class BoardProgram
    {
        private readonly HashSet<string> _names;

        /// <summary>Reads a program.</summary>
        /// <param name="folder">Where the compiler put it and its libraries.</param>
        /// <param name="names">Our assemblies, without extension.</param>
        public BoardProgram(string folder, IReadOnlyList<string> names)
        {
            var resolver = new FolderResolver(folder);
            _names = [.. names];
            Modules = [.. names.Select(name => resolver.Resolve(new AssemblyNameReference(name, new Version(0, 0))).MainModule)];
            Libraries = [.. Directory.EnumerateFiles(folder, "*.dll").Where(path => !_names.Contains(Path.GetFileNameWithoutExtension(path)))];
        }

        /// <summary>Our assemblies, in the order in which they were named.</summary>
        public IReadOnlyList<ModuleDefinition> Modules { get; }

        /// <summary>Paths of the libraries beside them.</summary>
        public IReadOnlyList<string> Libraries { get; }

        /// <summary>Every type of ours.</summary>
        public IEnumerable<TypeDefinition> Types => Modules.SelectMany(module => module.GetTypes());

        /// <summary>A type of ours.</summary>
        public TypeDefinition TypeOf(string fullName) => Types.Single(type => type.FullName == fullName);

        /// <summary>One of our assemblies.</summary>
        public ModuleDefinition ModuleOf(string name) => Modules.Single(module => module.Assembly.Name.Name == name);

        /// <summary>True if a type is declared in one of our assemblies.</summary>
        public bool Owns(TypeReference type) =>
            _names.Contains(type.GetElementType().Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.GetElementType().Scope.Name);

        // One reading of each assembly, whatever version a reference asks for: definitions are compared by identity.
        private sealed class FolderResolver(string folder) : BaseAssemblyResolver
        {
            private readonly Dictionary<string, AssemblyDefinition> _read = new(StringComparer.Ordinal);

            public override AssemblyDefinition Resolve(AssemblyNameReference name)
            {
                string path = Path.Combine(folder, name.Name + ".dll");
                if (!File.Exists(path))
                {
                    return base.Resolve(name);
                }

                if (!_read.TryGetValue(name.Name, out AssemblyDefinition? assembly))
                {
                    assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
                    _read.Add(name.Name, assembly);
                }

                return assembly;
            }
        }
    }
}
