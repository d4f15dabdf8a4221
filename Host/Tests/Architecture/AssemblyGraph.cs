using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Nano.Tests;
using Mono.Cecil;

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
            foreach (string path in Paths())
            {
                string file = Path.GetFileNameWithoutExtension(path);
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

                used.UnionWith(TypeMentions.Of(type).Where(other => other.Scope == module).Select(other => FolderOf(other, root, depth))
                    .Where(to => to.Length > 0 && to != from));
            }

            return graph;
        }

        /// <summary>Names of all types of the product, and of each with each of its methods and properties: "Agenda", "Agenda.Run".</summary>
        public static HashSet<string> Members()
        {
            const string Getter = "get_";
            var members = new HashSet<string>(StringComparer.Ordinal);
            foreach (string path in Paths())
            {
                using ModuleDefinition module = ModuleDefinition.ReadModule(path);
                foreach (TypeDefinition type in module.Types)
                {
                    members.Add(type.Name);
                    members.UnionWith(type.Methods.Select(method =>
                        $"{type.Name}.{(method.Name.StartsWith(Getter, StringComparison.Ordinal) ? method.Name[Getter.Length..] : method.Name)}"));
                }
            }

            return members;
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

        /// <summary>Every assembly of the product and of what proves it; no tests.</summary>
        public static IEnumerable<string> Paths() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static path => IsOurs(Path.GetFileNameWithoutExtension(path)) && !path.EndsWith("Tests.dll", StringComparison.Ordinal));

        private static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) || name == "batterysim";

        // "BatterySim.Host.Can" reads Host.Can; the program is Host.Cli.
        private static string Short(string name) => name == "batterysim" ? "Host.Cli" : name[(Prefix.Length + 1)..];

        private static string FolderOf(TypeReference type, string root, int depth)
        {
            string space = TypeMentions.Outermost(type).Namespace;
            return space.StartsWith(root + ".", StringComparison.Ordinal) ? string.Join('.', space[(root.Length + 1)..].Split('.').Take(depth)) : "";
        }
    }
}
