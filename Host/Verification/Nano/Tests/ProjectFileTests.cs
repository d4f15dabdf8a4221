using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace BatterySim.Nano.Tests
{
    /// <summary>The firmware's project files, their package lists and the code agree.</summary>
    public class ProjectFileTests
    {
        private const string Application = "BatterySim.nfproj";
        private const string Tests = "Tests/Tests.nfproj";
        private const string Road = "Mcp2515";
        private const string OtherRoad = "DeviceCan";

        /// <summary>Packages that others need and no code names: packages.config has to list them nevertheless.</summary>
        private static readonly string[] Transitive = ["nanoFramework.Runtime.Events", "System.IO.Streams"];

        public static TheoryData<string, string, string> Builds => new()
        {
            { Application, "Esp32", Road },
            { Application, "Esp32S3", Road },
            { Application, "Esp32C3", Road },
            { Application, "Esp32", OtherRoad },
            { Application, "Stm32F769", OtherRoad },
            { Tests, "Esp32", Road },
        };

        [Theory]
        [MemberData(nameof(Builds))]
        public void Reference_EachBuild_HasItsPackageAtThatVersionAndPath(string path, string board, string road)
        {
            IReadOnlyDictionary<string, string> packages = PackagesFor(path, road);
            string up = path == Tests ? @"..\" : "";

            foreach (PackageReference reference in new ProjectFile(path, board, road).References)
            {
                string folder = reference.HintPath.Split('\\').First(part => part.StartsWith("nanoFramework.", StringComparison.Ordinal));
                (string id, string version) = packages.Single(item => folder == $"{item.Key}.{item.Value}");
                string extension = reference.Assembly.EndsWith("Launcher", StringComparison.Ordinal) ? "exe" : "dll";
                Assert.Equal(version + ".0", reference.Version);
                Assert.Equal($@"{up}packages\{id}.{version}\lib\{reference.Assembly}.{extension}", reference.HintPath);
            }
        }

        [Fact]
        public void Package_EachOne_IsReferencedInSomeBuild()
        {
            IEnumerable<string> hints = new[] { Road, OtherRoad }
                .SelectMany(road => new ProjectFile(Application, "Esp32", road).References).Select(item => item.HintPath);

            foreach ((string id, string version) in PackagesFor(Application, OtherRoad))
            {
                Assert.Contains(hints, hint => hint.Contains($@"\{id}.{version}\", StringComparison.Ordinal));
            }
        }

        [Theory]
        [InlineData("Esp32", Road)]
        [InlineData("Stm32F769", OtherRoad)]
        public void Reference_Application_IsWhatTheCodeUsesAndItsNeeds(string board, string road)
        {
            IEnumerable<string> used = FirmwareTests.Of(road).AssemblyReferences.Select(item => item.Name);
            IEnumerable<string> referenced = new ProjectFile(Application, board, road).References.Select(item => item.Assembly);

            Assert.Equal(used.Union(Transitive).Order(StringComparer.Ordinal), referenced.Order(StringComparer.Ordinal));
        }

        // A deployment that merely contains the package is refused by stock ESP32 firmware.
        [Fact]
        public void DeviceCan_OnTheOtherRoad_IsNowhere()
        {
            Assert.DoesNotContain(new ProjectFile(Application, "Esp32", Road).References, item => item.Assembly.Contains("Device.Can", StringComparison.Ordinal));
            Assert.DoesNotContain(ProjectFile.PackagesOf("packages.config").Keys, id => id.Contains("Device.Can", StringComparison.Ordinal));
            Assert.Equal(["nanoFramework.Device.Can"], ProjectFile.PackagesOf("packages.DeviceCan.config").Keys);
        }

        [Fact]
        public void Compile_Application_TakesEveryFileOfTheBoard()
        {
            IEnumerable<string> expected = FilesIn("Bms").Concat(FilesIn("Hardware")).Concat(FilesIn("Properties"))
                .Append(Path.Combine(Assemblies.RepositoryRoot, "Program.cs"));

            Assert.Equal(expected.Order(StringComparer.Ordinal), new ProjectFile(Application, "Esp32", Road).CompiledFiles.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Compile_OtherRoad_LeavesOutTheOtherDriverOnly()
        {
            IEnumerable<string> left = new ProjectFile(Application, "Esp32", Road).CompiledFiles
                .Except(new ProjectFile(Application, "Esp32", OtherRoad).CompiledFiles);

            string port = Path.Combine(Assemblies.RepositoryRoot, "Hardware", "Nano", "SpiDevicePort.cs");
            Assert.Equal(FilesIn(Path.Combine("Hardware", "Mcp2515")).Append(port).Order(StringComparer.Ordinal), left.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Compile_Tests_TakesTestsAndCoreAndNoEntryPoint()
        {
            IEnumerable<string> expected = FilesIn("Tests").Concat(FilesIn("Bms"))
                .Concat(FilesIn("Hardware").Except(FilesIn(Path.Combine("Hardware", "Nano"))));

            Assert.Equal(expected.Order(StringComparer.Ordinal), new ProjectFile(Tests, "Esp32", Road).CompiledFiles.Order(StringComparer.Ordinal));
        }

        [Theory]
        [InlineData("Esp32", Road, "")]
        [InlineData("Esp32S3", Road, "BOARD_ESP32S3")]
        [InlineData("Esp32C3", OtherRoad, "BOARD_ESP32C3 DEVICE_CAN")]
        [InlineData("Stm32F769", OtherRoad, "BOARD_STM32F769 DEVICE_CAN")]
        public void Symbols_BoardAndRoad_AreThoseOfTheCode(string board, string road, string expected)
        {
            Assert.Equal(expected, string.Join(' ', new ProjectFile(Application, board, road).Symbols));
        }

        [Fact]
        public void Solution_Projects_AreThere()
        {
            string solution = File.ReadAllText(Path.Combine(Assemblies.RepositoryRoot, "BatterySim.sln"));

            Assert.Contains("\"BatterySim.nfproj\"", solution, StringComparison.Ordinal);
            Assert.Contains("\"Tests\\Tests.nfproj\"", solution, StringComparison.Ordinal);
        }

        private static Dictionary<string, string> PackagesFor(string path, string road)
        {
            string folder = Path.GetDirectoryName(path)!;
            var packages = new Dictionary<string, string>(ProjectFile.PackagesOf(Path.Combine(folder, "packages.config")), StringComparer.Ordinal);
            if (road == OtherRoad)
            {
                foreach ((string id, string version) in ProjectFile.PackagesOf("packages.DeviceCan.config"))
                {
                    packages.Add(id, version);
                }
            }

            return packages;
        }

        private static IEnumerable<string> FilesIn(string folder) =>
            Directory.EnumerateFiles(Path.Combine(Assemblies.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories);
    }
}
