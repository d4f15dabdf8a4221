using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    /// <summary>The library that the program carries.</summary>
    public class LibraryCommandTests
    {
        private static string Repository => Path.Combine(SourceFile.Root, "Scenarios");

        [Fact]
        public void Export_WritesEveryFileOfTheRepositoryByteForByte()
        {
            using TemporaryFolder folder = new();
            string target = folder.File("out");

            Assert.Equal(0, CliResult.Of("scenario", "export", target).ExitCode);

            Assert.Equal(Files(Repository), Files(target));
            foreach (string file in Files(target))
            {
                Assert.Equal(File.ReadAllBytes(Path.Combine(Repository, file)), File.ReadAllBytes(Path.Combine(target, file)));
            }
        }

        [Fact]
        public void Export_OverAChangedFile_IsRefusedWholeUnlessForced()
        {
            using TemporaryFolder folder = new();
            string target = folder.File("out");
            CliResult.Of("scenario", "export", target);
            string changed = Path.Combine(target, Files(target)[0]);
            string removed = Path.Combine(target, Files(target)[^1]);
            File.AppendAllText(changed, "# mine\n");
            File.Delete(removed);

            CliResult refused = CliResult.Of("scenario", "export", target);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains($"'{changed}' is there and differs from the library", refused.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(removed));

            Assert.Equal(0, CliResult.Of("scenario", "export", target, "--force").ExitCode);
            Assert.DoesNotContain("# mine", File.ReadAllText(changed), StringComparison.Ordinal);
            Assert.True(File.Exists(removed));
        }

        [Fact]
        public void List_OfTheLibraryAndByDefault_IsThatOfTheFolder()
        {
            string[] folder = Names("scenario", "list", Repository, "--json");

            Assert.NotEmpty(folder);
            Assert.Equal(folder, Names("scenario", "list", "library:", "--json"));
            Assert.Equal(folder, Names("scenario", "list", "--json"));
        }

        [Theory]
        [InlineData("library:smoke")]
        [InlineData("library:smoke/")]
        [InlineData("library:/smoke/every-product.yaml")]
        public void Run_OfAPartOfTheLibrary_IncludesItsSetupsAndWritesItsReport(string path)
        {
            using TemporaryFolder folder = new();

            CliResult result = CliResult.Of("scenario", "run", path, "--report", folder.File("report"), "--junit", folder.File("junit.xml"));

            Assert.Equal(0, result.ExitCode);
            Assert.True(File.Exists(folder.File("report/index.html")));
            Assert.Contains("library:smoke/every-product.yaml", File.ReadAllText(folder.File("junit.xml")), StringComparison.Ordinal);
        }

        // Set-ups are included by paths with ".." in them.
        [Fact]
        public void Check_OfTheWholeLibrary_FindsNothing()
        {
            CliResult result = CliResult.Of("scenario", "check", "library:");

            Assert.Equal(0, result.ExitCode);
            Assert.DoesNotContain("library:", result.Output, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("library:nonsense")]
        [InlineData("library:smoke/every-product")]
        [InlineData("library:../README.md")]
        public void Run_OfWhatTheLibraryDoesNotHold_IsOneSentence(string path)
        {
            CliResult result = CliResult.Of("scenario", "run", path);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains($"there is no scenario '{path}' in the library; 'batterysim scenario list library:'", result.Error, StringComparison.Ordinal);
        }

        private static string[] Names(params string[] arguments) =>
            [.. JsonNode.Parse(CliResult.Of(arguments).Output)!.AsArray().Select(static one => (string)one!["name"]!)];

        private static string[] Files(string folder) =>
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }
}
