using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>The diagrams of docs/architecture.md, made from the assemblies.</summary>
    internal static class ArchitecturePage
    {
        /// <summary>Stands before what is printed.</summary>
        public const string Heading = "<!-- Printed from the assemblies by ArchitectureTests. -->";

        /// <summary>Both diagrams.</summary>
        public static string Print()
        {
            return "\n### Assemblies\n\nAn arrow points to what is used. What is reached through another assembly is left out.\n\n"
                + Mermaid(Reduced(AssemblyGraph.Assemblies()))
                + "\n### Folders of Bms\n\n"
                + Mermaid(AssemblyGraph.Folders("BatterySim.Bms", 1));
        }

        private static string Mermaid(SortedDictionary<string, SortedSet<string>> graph)
        {
            var text = new StringBuilder("```mermaid\ngraph TD\n");
            foreach ((string from, SortedSet<string> used) in graph)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Id(from)}[\"{from}\"]\n");
                foreach (string to in used)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    {Id(from)} --> {Id(to)}\n");
                }
            }

            return text.Append("```\n").ToString();
        }

        private static string Id(string name) => name.Replace('.', '_');

        // Without the arrows that longer paths make superfluous, so that a reader sees the layers.
        private static SortedDictionary<string, SortedSet<string>> Reduced(SortedDictionary<string, SortedSet<string>> graph)
        {
            var reduced = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
            foreach ((string from, SortedSet<string> used) in graph)
            {
                var kept = new SortedSet<string>(used, StringComparer.Ordinal);
                foreach (string between in used)
                {
                    kept.ExceptWith(Reached(graph, between));
                }

                reduced[from] = kept;
            }

            return reduced;
        }

        private static HashSet<string> Reached(SortedDictionary<string, SortedSet<string>> graph, string from)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>([from]);
            while (open.TryDequeue(out string? name))
            {
                foreach (string next in graph.TryGetValue(name, out SortedSet<string>? used) ? used : [])
                {
                    if (reached.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }

            return reached;
        }
    }
}
