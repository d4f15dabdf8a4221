using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BatterySim.Host.Tests.Tidy
{
    // A page that nothing leads to is not read, and a link that leads nowhere is worse.
    public partial class DocsIndexTests
    {
        private static string Docs => Path.Combine(SourceFile.Root, "docs");

        [Fact]
        public void Index_EveryPage_IsInIt()
        {
            string index = File.ReadAllText(Path.Combine(Docs, "README.md"));

            Assert.All(
                Directory.GetFiles(Docs, "*.md").Select(Path.GetFileName).Where(static name => name != "README.md"),
                name => Assert.Contains($"({name})", index, StringComparison.Ordinal));
            Assert.Contains("(docs/README.md)", File.ReadAllText(Path.Combine(SourceFile.Root, "README.md")), StringComparison.Ordinal);
        }

        [Fact]
        public void Links_ToFiles_LeadSomewhere()
        {
            string[] pages = [Path.Combine(SourceFile.Root, "README.md"), .. Directory.GetFiles(Docs, "*.md")];
            string[] dead = [.. pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
                .Select(static match => match.Groups[1].Value)
                .Where(target => !target.Contains(':', StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                .Select(target => $"{Path.GetFileName(page)}: {target}"))];

            Assert.Empty(dead);
        }

        [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
        private static partial Regex Link();
    }
}
