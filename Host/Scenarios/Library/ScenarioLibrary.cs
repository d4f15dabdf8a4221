using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BatterySim.Host.Scenarios.Library
{
    /// <summary>The scenario library that the program carries: the folder Scenarios of the repository, with its set-ups and its schema.</summary>
    /// <remarks>A path in it is <c>library:</c> and the path below that folder, with slashes: <c>library:smoke/answers.yaml</c>.</remarks>
    public static class ScenarioLibrary
    {
        /// <summary>How a path in the library begins.</summary>
        public const string Prefix = "library:";

        /// <summary>Name of the schema in it.</summary>
        public const string SchemaName = "scenario.schema.json";

        private const string ResourcePrefix = "library/";

        // Files by their path in the library, with the name of the resource: a build under Windows puts backslashes into that.
        private static readonly Dictionary<string, string> Resources = typeof(ScenarioLibrary).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToDictionary(static name => name[ResourcePrefix.Length..].Replace('\\', '/'), StringComparer.Ordinal);

        /// <summary>Every file, without the prefix, in the order of their paths.</summary>
        public static IReadOnlyList<string> Files { get; } = [.. Resources.Keys.Order(StringComparer.Ordinal)];

        /// <summary>True for a path in the library, whether or not it exists.</summary>
        public static bool Contains(string path)
        {
            ArgumentNullException.ThrowIfNull(path);
            return path.StartsWith(Prefix, StringComparison.Ordinal);
        }

        /// <summary>The paths of the scenarios and set-ups under a path, with the prefix: a file, a folder, or all of them.</summary>
        public static IReadOnlyList<string> Find(string path)
        {
            string inside = Inside(path).Trim('/');
            return
            [
                .. Files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)
                    && (inside.Length == 0 || file == inside || file.StartsWith(inside + "/", StringComparison.Ordinal)))
                .Select(static file => Prefix + file),
            ];
        }

        /// <summary>The bytes of a file. FileNotFoundException: there is none of that path.</summary>
        public static byte[] ReadAllBytes(string path)
        {
            string inside = Inside(path);
            string name = Resources.GetValueOrDefault(inside) ?? throw new FileNotFoundException(null, path);
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        // Without the prefix, and with . and .. resolved, which a path of an included file has.
        private static string Inside(string path)
        {
            List<string> parts = [];
            foreach (string part in path[(Contains(path) ? Prefix.Length : 0)..].Split('/', '\\'))
            {
                if (part == ".." && parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
                else if (part is not ("" or "."))
                {
                    parts.Add(part);
                }
            }

            return string.Join('/', parts);
        }
    }
}
