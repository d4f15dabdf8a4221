using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>Who uses whom, read from the compiled assemblies.</summary>
    internal static class AssemblyGraph
    {
        private const string Prefix = "BatterySim";

        /// <summary>Each assembly of the product and of what proves it, with those that its code mentions; no tests.</summary>
        public static SortedDictionary<string, SortedSet<string>> Assemblies()
        {
            var graph = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
            foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            {
                string file = Path.GetFileNameWithoutExtension(path);
                if (!IsOurs(file) || file.EndsWith("Tests", StringComparison.Ordinal))
                {
                    continue;
                }

                using ModuleDefinition module = ModuleDefinition.ReadModule(path);
                IEnumerable<string> used = module.AssemblyReferences.Select(static reference => reference.Name).Where(IsOurs);
                graph[Short(file)] = new SortedSet<string>(used.Select(Short), StringComparer.Ordinal);
            }

            return graph;
        }

        /// <summary>Each folder (namespace) of an assembly with those of the same assembly that it mentions.</summary>
        /// <param name="assembly">Such as BatterySim.Bms.</param>
        /// <param name="depth">How many names behind the assembly's own make a folder.</param>
        public static SortedDictionary<string, SortedSet<string>> Folders(string assembly, int depth)
        {
            var graph = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
            using ModuleDefinition module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
            string root = module.Types.Where(static type => type.Namespace.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(static type => type.Namespace).OrderBy(static name => name.Length).First();
            foreach (TypeDefinition type in module.GetTypes())
            {
                string from = FolderOf(type, root, depth);
                if (from.Length == 0)
                {
                    continue;
                }

                if (!graph.TryGetValue(from, out SortedSet<string>? used))
                {
                    graph[from] = used = new SortedSet<string>(StringComparer.Ordinal);
                }

                used.UnionWith(MentionedBy(type).Where(other => other.Scope == module).Select(other => FolderOf(other, root, depth))
                    .Where(to => to.Length > 0 && to != from));
            }

            return graph;
        }

        /// <summary>True for the name of a type of the product, or of a type and one of its members.</summary>
        public static bool Has(string name)
        {
            string[] parts = name.Split('.');
            foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            {
                if (!IsOurs(Path.GetFileNameWithoutExtension(path)))
                {
                    continue;
                }

                using ModuleDefinition module = ModuleDefinition.ReadModule(path);
                TypeDefinition? type = module.Types.FirstOrDefault(type => type.Name == parts[0]);
                if (type != null)
                {
                    return parts.Length == 1 || type.Methods.Any(method => method.Name == parts[1] || method.Name == "get_" + parts[1]);
                }
            }

            return false;
        }

        /// <summary>A circle of the graph; empty if there is none.</summary>
        public static IReadOnlyList<string> Circle(SortedDictionary<string, SortedSet<string>> graph)
        {
            foreach (string start in graph.Keys)
            {
                var path = new List<string> { start };
                if (Finds(graph, start, path, new HashSet<string>(StringComparer.Ordinal)))
                {
                    return path;
                }
            }

            return [];
        }

        private static bool Finds(SortedDictionary<string, SortedSet<string>> graph, string start, List<string> path, HashSet<string> seen)
        {
            foreach (string next in graph.TryGetValue(path[^1], out SortedSet<string>? used) ? used : [])
            {
                path.Add(next);
                if (next == start || (seen.Add(next) && Finds(graph, start, path, seen)))
                {
                    return true;
                }

                path.RemoveAt(path.Count - 1);
            }

            return false;
        }

        private static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) || name == "batterysim";

        // "BatterySim.Host.Can" reads Host.Can; the program is Host.Cli.
        private static string Short(string name) => name == "batterysim" ? "Host.Cli" : name[(Prefix.Length + 1)..];

        private static string FolderOf(TypeReference type, string root, int depth)
        {
            TypeReference outer = type.GetElementType();
            while (outer.DeclaringType != null)
            {
                outer = outer.DeclaringType;
            }

            string space = outer.Namespace;
            return space.Length <= root.Length || !space.StartsWith(root + ".", StringComparison.Ordinal)
                ? ""
                : string.Join('.', space[(root.Length + 1)..].Split('.').Take(depth));
        }

        private static IEnumerable<TypeReference> MentionedBy(TypeDefinition type)
        {
            IEnumerable<TypeReference> all = type.Fields.Select(static field => field.FieldType)
                .Concat(type.Interfaces.Select(static item => item.InterfaceType))
                .Concat(type.Methods.SelectMany(Signature))
                .Concat(type.Methods.Where(static method => method.HasBody)
                    .SelectMany(static method => method.Body.Instructions).SelectMany(MentionedBy));
            return (type.BaseType is null ? all : all.Append(type.BaseType)).SelectMany(Parts);
        }

        private static IEnumerable<TypeReference> MentionedBy(Instruction instruction) => instruction.Operand switch
        {
            MethodReference method => Signature(method).Append(method.DeclaringType),
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

        private static IEnumerable<TypeReference> Signature(MethodReference method) =>
            method.Parameters.Select(static item => item.ParameterType).Append(method.ReturnType);

        // A list of frames mentions the frame.
        private static IEnumerable<TypeReference> Parts(TypeReference type) => type is GenericInstanceType generic
            ? generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType)
            : [type.GetElementType()];
    }
}
