using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatterySim.Nano.Tests
{
    /// <summary>A project file of nanoFramework, read as XML with its conditions decided.</summary>
    internal sealed class ProjectFile
    {
        private static readonly XNamespace Space = "http://schemas.microsoft.com/developer/msbuild/2003";

        private readonly XElement _root;
        private readonly string _folder;
        private readonly string _board;
        private readonly string _controller;

        public ProjectFile(string path, string board, string controller)
        {
            string full = Path.Combine(Assemblies.RepositoryRoot, path);
            _root = XDocument.Load(full).Root!;
            _folder = Path.GetDirectoryName(full)!;
            _board = board;
            _controller = controller;
        }

        /// <summary>What is referenced for that board and that CAN controller.</summary>
        public IReadOnlyList<PackageReference> References =>
        [
            .. Items("Reference").Select(item => new PackageReference(
                ((string)item.Attribute("Include")!).Split(',')[0],
                ((string)item.Attribute("Include")!).Split("Version=")[1].Split(',')[0],
                (string)item.Element(Space + "HintPath")!)),
        ];

        /// <summary>Assemblies of the projects that it refers to.</summary>
        public IReadOnlyList<string> Projects =>
            [.. Items("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(((string)item.Attribute("Include")!).Replace('\\', '/')))];

        /// <summary>Name of the assembly that it makes.</summary>
        public string AssemblyName => Property("AssemblyName");

        /// <summary>Every file that is compiled for that board and that CAN controller.</summary>
        public IReadOnlyCollection<string> CompiledFiles
        {
            get
            {
                var files = new HashSet<string>(StringComparer.Ordinal);
                foreach (XElement item in Items("Compile"))
                {
                    files.UnionWith(Find((string?)item.Attribute("Include")).Except(Find((string?)item.Attribute("Exclude"))));
                    files.ExceptWith(Find((string?)item.Attribute("Remove")));
                }

                return files;
            }
        }

        /// <summary>Symbols that the project adds for that board and CAN controller.</summary>
        public IReadOnlyList<string> Symbols =>
            [.. _root.Elements(Space + "PropertyGroup").Elements(Space + "DefineConstants").Where(Holds).Select(item => item.Value.Split(';')[^1])];

        /// <summary>The last value that the project gives a property.</summary>
        public string Property(string name) => _root.Elements(Space + "PropertyGroup").Elements(Space + name).Last().Value;

        /// <summary>Id and version of every package that a packages file names.</summary>
        public static IReadOnlyDictionary<string, string> PackagesOf(string path) =>
            XDocument.Load(Path.Combine(Assemblies.RepositoryRoot, path)).Root!.Elements("package")
                .ToDictionary(item => (string)item.Attribute("id")!, item => (string)item.Attribute("version")!);

        private IEnumerable<XElement> Items(string name) =>
            _root.Elements(Space + "ItemGroup").Where(Holds).Elements(Space + name).Where(Holds);

        private bool Holds(XElement element)
        {
            string condition = ((string?)element.Attribute("Condition") ?? "").Trim();
            if (condition.Length == 0)
            {
                return true;
            }

            string decided = condition.Replace("$(Board)", _board, StringComparison.Ordinal).Replace("$(CanController)", _controller, StringComparison.Ordinal)
                .Replace("$(CrystalMegahertz)", "8", StringComparison.Ordinal);
            string[] sides = decided.Split("==");
            bool isEqual = sides.Length == 2;
            sides = isEqual ? sides : decided.Split("!=");
            return sides.Length == 2 && (sides[0].Trim() == sides[1].Trim()) == isEqual;
        }

        private IEnumerable<string> Find(string? patterns) => (patterns ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(FindOne);

        private IEnumerable<string> FindOne(string pattern)
        {
            string path = pattern.Replace('\\', '/').Replace("$(Board)", _board, StringComparison.Ordinal);
            int stars = path.IndexOf("**", StringComparison.Ordinal);
            if (path == "*.cs")
            {
                return Directory.EnumerateFiles(_folder, path);
            }

            if (stars < 0)
            {
                return [Path.GetFullPath(Path.Combine(_folder, path))];
            }

            string folder = Path.GetFullPath(Path.Combine(_folder, path[..stars]));
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories) : [];
        }
    }
}
