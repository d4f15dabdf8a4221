using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>One file of the repository: its path from the top, with slashes, and its lines.</summary>
    internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
    {
        private static readonly string[] BoardFolders = ["Bms", "Hardware", "Tests", "Program.cs"];
        private static readonly string[] Skipped = ["artifacts", "bin", "obj", ".git", "packages", "TestResults", "BenchmarkDotNet.Artifacts"];
        private static readonly string[] TextEndings =
        [
            ".cs", ".md", ".csproj", ".nfproj", ".props", ".targets", ".slnx", ".sh", ".yaml", ".yml", ".json", ".editorconfig",
        ];


        /// <summary>Top folder of the repository: the one above the tests that holds Host and Bms.</summary>
        public static string Root { get; } = FindRoot();

        /// <summary>Every text file that belongs to the product.</summary>
        public static IReadOnlyList<SourceFile> All { get; } = [.. Find(Root)];

        /// <summary>First folder of the path; the file's own name at the top.</summary>
        public string Folder => Path.Split('/')[0];

        /// <summary>True for C# that the firmware or its tests are compiled from.</summary>
        public bool IsForTheBoard => IsCSharp && BoardFolders.Contains(Folder);

        public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

        private static IEnumerable<SourceFile> Find(string folder)
        {
            IEnumerable<SourceFile> here = Directory.EnumerateFiles(folder)
                .Where(path => TextEndings.Contains(System.IO.Path.GetExtension(path)) || path.EndsWith(".ci/run", StringComparison.Ordinal))
                .Select(path => new SourceFile(System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllLines(path)));
            return Directory.EnumerateDirectories(folder)
                .Where(path => !Skipped.Contains(System.IO.Path.GetFileName(path)))
                .SelectMany(Find)
                .Concat(here);
        }

        private static string FindRoot()
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Host", "Host.slnx")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("the tests do not lie below the repository");
        }
    }
}
