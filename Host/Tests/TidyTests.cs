using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Bms;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests
{
    /// <summary>The repository keeps its own rules, and each rule is seen to bite.</summary>
    public class TidyTests
    {
        // A listing of another library's declarations: one file for each of its chapters.
        private static readonly string[] Surface = ["Host/Verification/Nano/Mscorlib/", "Host/Verification/Nano/Packages/"];

        [Fact]
        public void Repository_EveryFile_IsTidy()
        {
            string[] complaints =
            [
                .. SourceFile.All
                    .Where(file => !Surface.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
                    .SelectMany(TidyRules.Check),
            ];

            Assert.True(complaints.Length == 0, string.Join('\n', complaints));
        }

        [Fact]
        public void Repository_Files_AreFound()
        {
            Assert.Contains(SourceFile.All, file => file.Path == "Bms/Simulator.cs");
            Assert.Contains(SourceFile.All, file => file.Path == "Host/Tests/TidyTests.cs");
        }

        // The façade of the core delegates; what grows past this belongs to one of its parts.
        [Fact]
        public void Simulator_TheFacade_StaysUnder300Lines()
        {
            Assert.InRange(File.ReadLines(Path.Combine(SourceFile.Root, "Bms", "Simulator.cs")).Count(), 100, 299);
        }

        [Fact]
        public void Version_Product_IsThatOfTheProjectFiles()
        {
            string props = File.ReadAllText(Path.Combine(SourceFile.Root, "Host", "Directory.Build.props"));

            Assert.Equal(Product.Version, Regex.Match(props, "<Version>(.*)</Version>").Groups[1].Value);
        }

        [Theory]
        [InlineData("value.ToString(\"0.0\");")]
        [InlineData("string text = $\"{volts:F2}\";")]
        public void Ban_Snippet_IsFoundInBms(string line)
        {
            Assert.Single(TidyRules.Check(InBms(line)));
        }

        [Theory]
        [InlineData("value.ToString(\"X3\");")]
        public void Ban_InnocentLine_IsLeftAlone(string line)
        {
            Assert.Empty(TidyRules.Check(InBms(line)));
        }

        [Theory]
        [InlineData("Host/Cli/App.cs", "value.ToString(\"0.0\");")]
        public void Ban_WhereItDoesNotApply_IsLeftAlone(string path, string line)
        {
            Assert.Empty(TidyRules.Check(new SourceFile(path, [line])));
        }

        [Fact]
        public void Complaint_Ban_NamesFileLineAndRemedy()
        {
            string complaint = Assert.Single(TidyRules.Check(new SourceFile("Bms/Some.cs", ["", "x.ToString(\"0.0\");"])));

            Assert.Equal("Bms/Some.cs:2: a custom numeric format, which the board returns as it stands, use F1, D2 or X3", complaint);
        }

        [Fact]
        public void Leftover_AnyFile_IsFound()
        {
            Assert.Single(TidyRules.Check(new SourceFile("docs/a.md", ["# A", "TO" + "DO: write"])));
            Assert.Single(TidyRules.Check(new SourceFile("Host/A.cs", ["// FIX" + "ME"])));
        }

        [Theory]
        [InlineData(150, 0)]
        [InlineData(151, 1)]
        public void LongLine_AtTheLimit_IsFoundAboveIt(int length, int complaints)
        {
            string line = new('x', length);

            Assert.Equal(complaints, TidyRules.Check(new SourceFile("Host/A.cs", [line])).Count());
            Assert.Equal(complaints, TidyRules.Check(new SourceFile("Bms/A.cs", [line])).Count());
            Assert.Empty(TidyRules.Check(new SourceFile("Host/A.cs", [$"\"{line}\""])));
            Assert.Empty(TidyRules.Check(new SourceFile("Host/A.cs", ["#pragma warning disable IDE0055", line])));
        }

        [Theory]
        [InlineData(70, 0)]
        [InlineData(71, 1)]
        public void LongMethod_AtTheLimit_IsFoundAboveIt(int lines, int complaints)
        {
            string[] body = [.. Enumerable.Repeat("            x();", lines)];
            string[] method = ["    class A", "    {", "        void M()", "        {", .. body, "        }", "    }"];
            string[] nested = ["        class B", "        {", "            void M()", "            {", .. body, "            }", "        }"];

            Assert.Equal(complaints, TidyRules.Check(new SourceFile("Host/A.cs", method)).Count());
            Assert.Equal(complaints, TidyRules.Check(new SourceFile("Host/A.cs", nested)).Count());
        }

        [Fact]
        public void SecondType_InOneFile_IsFoundUnlessNested()
        {
            Assert.Single(TidyRules.Check(new SourceFile("Host/A.cs", ["    public class A", "    internal enum B"])));
            Assert.Empty(TidyRules.Check(new SourceFile("Host/A.cs", ["    public class A", "        private enum B"])));
        }

        [Theory]
        [InlineData("Host/A.cs", "    public sealed class A", 0)]
        [InlineData("Host/A.Parts.cs", "    public sealed partial class A", 0)]
        [InlineData("Host/Rule.cs", "    public delegate IEnumerable<int>? Rule(int a);", 0)]
        [InlineData("Host/Rule.cs", "    internal readonly record struct Rule(int A);", 0)]
        [InlineData("Host/Mark.cs", "    public enum Provenance", 1)]
        [InlineData("Host/A.cs", "    internal readonly record struct B(int A);", 1)]
        public void FileName_OtherThanItsType_IsFound(string path, string line, int complaints)
        {
            Assert.Equal(complaints, TidyRules.Check(new SourceFile(path, [line])).Count());
        }

        [Fact]
        public void Title_Markdown_IsExactlyOne()
        {
            Assert.Empty(TidyRules.Check(new SourceFile("a.md", ["# A", "```", "# code", "```"])));
            Assert.Single(TidyRules.Check(new SourceFile("a.md", ["# A", "# B"])));
            Assert.Single(TidyRules.Check(new SourceFile("a.md", ["text"])));
        }

        private static SourceFile InBms(string line) => new("Bms/Some.cs", [line]);
    }
}
