using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BatterySim.Host.Panel.Server
{
    /// <summary>The page's files, out of an assembly: nothing on a disk can be reached through them.</summary>
    internal sealed class PanelFiles
    {
        private const string Prefix = "panel/";
        private const string Ending = ".gz";
        private const string IndexName = "index.html";

        private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
        {
            [".html"] = "text/html; charset=utf-8",
            [".css"] = "text/css; charset=utf-8",
            [".js"] = "text/javascript; charset=utf-8",
            [".json"] = "application/json",
            [".wasm"] = "application/wasm",
            [".svg"] = "image/svg+xml",
            [".png"] = "image/png",
            [".ico"] = "image/x-icon",
            [".dat"] = "application/octet-stream",
            [".txt"] = "text/plain; charset=utf-8",
        };

        private readonly Assembly _assembly;
        private readonly Dictionary<string, string> _names;
        private readonly ConcurrentDictionary<string, PanelFile> _files = new(StringComparer.Ordinal);

        /// <param name="assembly">Holds the files as resources <c>panel/PATH.gz</c>.</param>
        public PanelFiles(Assembly assembly)
        {
            _assembly = assembly;
            _names = assembly.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
                .ToDictionary(static name => name[Prefix.Length..^Ending.Length].Replace('\\', '/'), StringComparer.Ordinal);
        }

        /// <summary>False in a build that was made without the page.</summary>
        public bool HasPage => _names.ContainsKey(IndexName);

        /// <summary>The file of a path such as <c>/_framework/dotnet.js</c>; null if there is none.</summary>
        public PanelFile? Find(string path)
        {
            string name = path is "/" or "" ? IndexName : path.TrimStart('/');
            return _names.TryGetValue(name, out string? resource) ? _files.GetOrAdd(name, _ => Read(name, resource)) : null;
        }

        private PanelFile Read(string name, string resource)
        {
            using Stream stream = _assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string type = ContentTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
            return new PanelFile(type, bytes, name.StartsWith("_framework/", StringComparison.Ordinal) && name.Split('.').Length > 3);
        }
    }
}
