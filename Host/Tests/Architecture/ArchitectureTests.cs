using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Tests.Snapshots;
using BatterySim.Host.Tests.Tidy;
using Xunit;
using Xunit.Abstractions;

namespace BatterySim.Host.Tests.Architecture
{
    /// <summary>The layers of the product, held against the compiled assemblies.</summary>
    public partial class ArchitectureTests
    {
        private static readonly string[] Lowest = ["Bms"];
        private static readonly string[] Ports = [.. Lowest, "Host.Can", "Host.Files"];
        private static readonly string[] Inside = [.. Ports, "Host.Protocol", "Host.Inverter"];
        private static readonly string[] Bench = [.. Inside, "Host.Twin", "Host.Scpi", "Host.Modbus"];

        /// <summary>Assembly, and what it may use. What is not in the table fails.</summary>
        private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
        {
            ["Bms"] = [],
            ["Hardware"] = Lowest,
            ["Host.Files"] = [],
            ["Host.Can"] = [.. Lowest, "Host.Files"],
            ["Host.Protocol"] = Lowest,
            ["Host.Inverter"] = [.. Ports, "Host.Protocol"],
            ["Host.Modbus"] = Inside,
            ["Host.Twin"] = Inside,
            ["Host.Scpi"] = [.. Inside, "Host.Twin"],
            ["Host.Analysis"] = Bench,
            ["Host.Scenarios"] = [.. Bench, "Host.Analysis"],
            ["Host.Panel.Contract"] = [],
            ["Host.Panel.Engine"] = [.. Bench, "Host.Analysis", "Host.Scenarios", "Host.Panel.Contract"],
            ["Host.Panel.Server"] = ["Host.Can", "Host.Scenarios", "Host.Twin", "Host.Panel.Contract", "Host.Panel.Engine"],
            ["Host.Panel.Page"] = [.. Bench, "Host.Analysis", "Host.Scenarios", "Host.Panel.Contract"],
            ["Host.Board"] = [.. Inside, "Hardware", "Host.DeviceCan", "Host.Twin", "Host.Verification.NanoSim"],
            ["Host.DeviceCan"] = [.. Lowest, "Hardware"],
            ["Host.Verification.NanoSim"] = [.. Lowest, "Hardware", "Host.DeviceCan"],
            ["Host.Cli"] = [.. Bench, "Host.Panel.Contract", "Host.Panel.Engine", "Host.Panel.Server", "Host.Analysis", "Host.Scenarios", "Host.Board", "Hardware"],
            ["Host.Verification.Meter"] = [.. Bench, "Host.Board", "Host.DeviceCan", "Hardware", "Host.Verification.NanoSim"],
            ["Host.Verification.Mutation"] = [.. Bench, "Host.Analysis", "Host.Scenarios"],
        };

        private readonly ITestOutputHelper _output;

        public ArchitectureTests(ITestOutputHelper output)
        {
            _output = output;
        }

        [Fact]
        public void Assemblies_UseOnlyWhatTheirLayerMay()
        {
            var wrong = new List<string>();
            foreach ((string assembly, SortedSet<string> used) in AssemblyGraph.Assemblies())
            {
                string[] allowed = MayUse.TryGetValue(assembly, out string[]? found) ? found : [];
                wrong.AddRange(used.Where(other => !allowed.Contains(other)).Select(other => $"{assembly} uses {other}"));
            }

            Assert.Empty(wrong);
        }

        [Fact]
        public void Table_NamesEveryAssemblyAndNoOther()
        {
            Assert.Equal(AssemblyGraph.Assemblies().Keys, MayUse.Keys.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Product_DependsOnNothingThatOnlyProves()
        {
            // The stand-ins of nanoFramework's packages are what the firmware is linked with on a PC: part of Host/Board.
            Assert.DoesNotContain(
                AssemblyGraph.Assemblies().Where(static one => !one.Key.StartsWith("Host.Verification", StringComparison.Ordinal)),
                static one => one.Value.Any(static used => used.StartsWith("Host.Verification", StringComparison.Ordinal) && used != "Host.Verification.NanoSim"));
        }

        [Theory]
        [InlineData("BatterySim.Bms", 1)]
        [InlineData("BatterySim.Hardware", 1)]
        [InlineData("BatterySim.Host.Can", 1)]
        [InlineData("BatterySim.Host.Protocol", 1)]
        [InlineData("BatterySim.Host.Inverter", 1)]
        [InlineData("BatterySim.Host.Modbus", 1)]
        [InlineData("BatterySim.Host.Twin", 1)]
        [InlineData("BatterySim.Host.Scpi", 1)]
        [InlineData("BatterySim.Host.Analysis", 1)]
        [InlineData("BatterySim.Host.Scenarios", 1)]
        [InlineData("BatterySim.Host.Board", 1)]
        [InlineData("batterysim", 1)]
        [InlineData("BatterySim.Host.Panel.Page", 1)]
        [InlineData("BatterySim.Host.Panel.Engine", 1)]
        public void Folders_HaveNoCircles(string assembly, int depth)
        {
            SortedDictionary<string, SortedSet<string>> folders = AssemblyGraph.Folders(assembly, depth);
            foreach ((string from, SortedSet<string> used) in folders)
            {
                _output.WriteLine($"{from}: {string.Join(' ', used)}");
            }

            Assert.Equal("", string.Join(" > ", AssemblyGraph.Circle(folders)));
        }

        [Fact]
        public void Circle_OfAGraphThatHasOne_IsFound()
        {
            var graph = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal)
            {
                ["a"] = ["b"],
                ["b"] = ["c"],
                ["c"] = ["b"],
            };

            Assert.Equal(["b", "c", "b"], AssemblyGraph.Circle(graph));
        }

        [Fact]
        public void Walks_NameTypesAndMembersThatExist()
        {
            string[] lines = File.ReadAllLines(Path.Combine(SourceFile.Root, "docs", "architecture.md"));
            var names = lines.Where(static line => line.Length > 0 && char.IsAsciiDigit(line[0]))
                .SelectMany(static line => Code().Matches(line)).Select(static match => match.Groups[1].Value).ToList();

            Assert.Equal(20, lines.Count(static line => line.Length > 0 && char.IsAsciiDigit(line[0])));
            Assert.True(names.Count > 20);
            Assert.Empty(names.Except(AssemblyGraph.Members()));
        }

        [Fact]
        public void Page_ShowsTheAssembliesAsTheyAre()
        {
            PrintedPage.Check("architecture.md", ArchitecturePage.Heading, ArchitecturePage.Print());
        }

        // Types and members: `FrameSchedule.Run`, `SlcanLink`; not SCPI headers, scenario keys and folders.
        [GeneratedRegex("`([A-Z][a-z][A-Za-z0-9]+(?:\\.[A-Z][A-Za-z]+)?)`")]
        private static partial Regex Code();
    }
}
