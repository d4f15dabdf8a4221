using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using Xunit;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

namespace BatterySim.Nano.Tests
{
    /// <summary>The firmware's project files, their package lists and the code agree.</summary>
    public class ProjectFileTests
    {
        private const string Application = "BatterySim.nfproj";
        private const string Tests = "Tests/Tests.nfproj";
        private const string Bank = "Bms/BatterySim.Bank.nfproj";
        private const string Bms = "Bms/BatterySim.Bms.nfproj";
        private const string Controller = "Mcp2515";
        private const string OtherController = "DeviceCan";

        /// <summary>What each library refers to, as its own assembly says: a packages.config pulls in nothing by itself.</summary>
        private static readonly Dictionary<string, string[]> Needs = new(StringComparer.Ordinal)
        {
            ["mscorlib"] = [],
            ["nanoFramework.Device.Can"] = ["mscorlib", "nanoFramework.Runtime.Events"],
            ["nanoFramework.Hardware.Esp32"] = ["mscorlib", "nanoFramework.Runtime.Events"],
            ["nanoFramework.Runtime.Events"] = ["mscorlib"],
            ["nanoFramework.Runtime.Native"] = ["mscorlib"],
            ["nanoFramework.System.Text"] = ["mscorlib"],
            ["nanoFramework.TestFramework"] = ["mscorlib"],
            ["nanoFramework.UnitTestLauncher"] = ["mscorlib", "nanoFramework.TestFramework"],
            ["System.Device.Gpio"] = ["mscorlib", "nanoFramework.Runtime.Events"],
            ["System.Device.Spi"] = ["mscorlib"],
            ["System.IO.FileSystem"] = ["mscorlib", "nanoFramework.Runtime.Events", "nanoFramework.System.Text", "System.IO.Streams"],
            ["System.IO.Ports"] = ["mscorlib", "nanoFramework.Runtime.Events", "System.IO.Streams"],
            ["System.IO.Streams"] = ["mscorlib", "nanoFramework.System.Text"],
        };

        public static TheoryData<string, string, string> Builds => new()
        {
            { Application, "Esp32", Controller },
            { Application, "Esp32S3", Controller },
            { Application, "Esp32C3", Controller },
            { Application, "Esp32", OtherController },
            { Application, "Stm32F769", OtherController },
            { Bank, "Esp32", Controller },
            { Bms, "Esp32", Controller },
            { Tests, "Esp32", Controller },
        };

        [Theory]
        [MemberData(nameof(Builds))]
        public void Reference_EachBuild_HasItsPackageAtThatVersionAndPath(string path, string board, string controller)
        {
            IReadOnlyDictionary<string, string> packages = PackagesFor(path, controller);
            string up = path == Application ? "" : @"..\";

            foreach (PackageReference reference in new ProjectFile(path, board, controller).References)
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
            IEnumerable<string> hints = new[] { Controller, OtherController }
                .SelectMany(controller => new ProjectFile(Application, "Esp32", controller).References).Select(item => item.HintPath);

            foreach ((string id, string version) in PackagesFor(Application, OtherController))
            {
                Assert.Contains(hints, hint => hint.Contains($@"\{id}.{version}\", StringComparison.Ordinal));
            }
        }

        // A library that is not deployed ends the firmware before its first line: "Link failure: some assembly references cannot be resolved!!"
        [Theory]
        [MemberData(nameof(Builds))]
        public void Reference_EachBuild_IsClosed(string path, string board, string controller)
        {
            string[] referenced = [.. new ProjectFile(path, board, controller).References.Select(item => item.Assembly)];

            IEnumerable<string> needed = referenced.SelectMany(name => Needs[name]);
            Assert.Equal(referenced.Union(needed).Order(StringComparer.Ordinal), referenced.Order(StringComparer.Ordinal));
        }

        [Theory]
        [InlineData("Esp32", Controller)]
        [InlineData("Stm32F769", OtherController)]
        public void Reference_Application_IsWhatTheCodeUsesAndItsNeeds(string board, string controller)
        {
            var needed = new HashSet<string>(StringComparer.Ordinal);
            var left = new Queue<string>(LibrariesOf(FirmwareTests.Of(controller)));
            while (left.TryDequeue(out string? name))
            {
                if (needed.Add(name))
                {
                    Array.ForEach(Needs[name], left.Enqueue);
                }
            }

            Assert.Equal(
                needed.Order(StringComparer.Ordinal),
                new ProjectFile(Application, board, controller).References.Select(item => item.Assembly).Order(StringComparer.Ordinal));
        }

        // The reference assemblies beside a firmware are ours; what they refer to in turn may not contradict the table.
        [Fact]
        public void Needs_ReferenceAssemblies_AgreeWithTheTable()
        {
            foreach (string library in Assemblies.Firmware.Libraries.Concat(Assemblies.FirmwareDeviceCan.Libraries))
            {
                using ModuleDefinition module = ModuleDefinition.ReadModule(library);
                string name = module.Assembly.Name.Name;
                Assert.Subset(new HashSet<string>(Needs[name]), module.AssemblyReferences.Select(item => item.Name).ToHashSet());
            }
        }

        [Theory]
        [InlineData(Application, "BatterySim.Bank", "BatterySim.Bms")]
        [InlineData(Bms, "BatterySim.Bank")]
        [InlineData(Bank)]
        [InlineData(Tests, "BatterySim.Bank", "BatterySim.Bms")]
        public void ProjectReference_EachProject_IsWhatItsCodeUses(string path, params string[] expected)
        {
            BoardProgram program = path == Tests ? Assemblies.BoardTests : Assemblies.Firmware;
            IEnumerable<string> used = program.ModuleOf(new ProjectFile(path, "Esp32", Controller).AssemblyName).AssemblyReferences
                .Select(item => item.Name);

            Assert.Equal(expected, new ProjectFile(path, "Esp32", Controller).Projects);
            Assert.Equal(expected, used.Where(name => name.StartsWith("BatterySim", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        // A deployment that merely contains the package is refused by stock ESP32 firmware.
        [Fact]
        public void DeviceCan_WithTheOtherController_IsNowhere()
        {
            IEnumerable<string> assemblies = new ProjectFile(Application, "Esp32", Controller).References.Select(item => item.Assembly);
            Assert.DoesNotContain(assemblies, name => name.Contains("Device.Can", StringComparison.Ordinal));
            Assert.DoesNotContain(ProjectFile.PackagesOf("packages.config").Keys, id => id.Contains("Device.Can", StringComparison.Ordinal));
            Assert.Equal(["nanoFramework.Device.Can"], ProjectFile.PackagesOf("packages.DeviceCan.config").Keys);
        }

        [Fact]
        public void Compile_ThreeAssemblies_TakeEveryFileOfTheBoardOnce()
        {
            string boards = Path.Combine("Hardware", "Boards");
            IEnumerable<string> expected = FilesIn("Bms").Concat(FilesIn("Hardware")).Concat(FilesIn("Properties"))
                .Except(FilesIn(boards)).Concat(FilesIn(Path.Combine(boards, "Esp32")))
                .Append(Path.Combine(Assemblies.RepositoryRoot, "Program.cs"));
            IEnumerable<string> taken = new[] { Bank, Bms, Application }.SelectMany(path => new ProjectFile(path, "Esp32", Controller).CompiledFiles);

            Assert.Equal(expected.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
        }

        // What is compiled here is what is compiled there: the sources that the compiler noted in the debugging information.
        [Theory]
        [InlineData(Bank, Controller)]
        [InlineData(Bms, Controller)]
        [InlineData(Application, Controller)]
        [InlineData(Application, OtherController)]
        [InlineData(Tests, Controller)]
        public void Compile_ReferenceBuild_TakesTheSameFiles(string path, string controller)
        {
            var project = new ProjectFile(path, controller == OtherController ? "Stm32F769" : "Esp32", controller);
            BoardProgram program = path == Tests ? Assemblies.BoardTests : FirmwareTests.Of(controller);
            string module = program.ModuleOf(project.AssemblyName).FileName;
            using FileStream symbols = File.OpenRead(Path.ChangeExtension(module, ".pdb"));
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
            MetadataReader reader = provider.GetMetadataReader();
            IEnumerable<string> noted = reader.Documents.Select(document => Path.GetFullPath(reader.GetString(reader.GetDocument(document).Name)));

            // A file of interfaces or constants has no line that a debugger could stop at, and is not noted.
            Assert.NotEmpty(noted);
            Assert.Empty(noted.Except(project.CompiledFiles));
        }

        [Fact]
        public void Compile_OtherController_LeavesOutTheOtherDriverOnly()
        {
            IEnumerable<string> left = new ProjectFile(Application, "Esp32", Controller).CompiledFiles
                .Except(new ProjectFile(Application, "Esp32", OtherController).CompiledFiles);

            string port = Path.Combine(Assemblies.RepositoryRoot, "Hardware", "Nano", "SpiDevicePort.cs");
            Assert.Equal(FilesIn(Path.Combine("Hardware", "Mcp2515")).Append(port).Order(StringComparer.Ordinal), left.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Compile_Tests_TakesTestsAndHardwareAndNoEntryPoint()
        {
            IEnumerable<string> expected = FilesIn("Tests").Concat(FilesIn("Hardware")
                .Except(FilesIn(Path.Combine("Hardware", "Nano"))).Except(FilesIn(Path.Combine("Hardware", "Boards"))));

            Assert.Equal(expected.Order(StringComparer.Ordinal), new ProjectFile(Tests, "Esp32", Controller).CompiledFiles.Order(StringComparer.Ordinal));
        }

        // Unoptimised code is a fifth larger: F5 and on-board tests would meet the limit of an assembly.
        [Theory]
        [InlineData(Application)]
        [InlineData(Bank)]
        [InlineData(Bms)]
        [InlineData(Tests)]
        public void Optimize_EveryProject_IsOnInBothConfigurations(string path)
        {
            var project = new ProjectFile(path, "Esp32", Controller);

            Assert.Equal("true", project.Property("Optimize"));
            Assert.Equal("Release", project.Property("Configuration"));
        }

        [Theory]
        [InlineData("Esp32", Controller, "")]
        [InlineData("Esp32S3", Controller, "")]
        [InlineData("Esp32C3", OtherController, "DEVICE_CAN")]
        [InlineData("Stm32F769", OtherController, "BOARD_STM32F769 DEVICE_CAN")]
        public void Symbols_BoardAndController_AreThoseOfTheCode(string board, string controller, string expected)
        {
            Assert.Equal(expected, string.Join(' ', new ProjectFile(Application, board, controller).Symbols));
        }

        [Fact]
        public void Solution_Projects_AreThere()
        {
            string solution = File.ReadAllText(Path.Combine(Assemblies.RepositoryRoot, "BatterySim.sln"));

            foreach (string path in new[] { Application, Bank, Bms, Tests })
            {
                var project = new ProjectFile(path, "Esp32", Controller);
                string guid = project.Property("ProjectGuid");
                Assert.Contains($"\"{path.Replace('/', '\\')}\", \"{guid}\"", solution, StringComparison.Ordinal);
                foreach (string configuration in new[] { "Release", "Debug" })
                {
                    Assert.Contains($"{guid}.{configuration}|Any CPU.Build.0 = {configuration}|Any CPU", solution, StringComparison.Ordinal);
                }
            }

            Assert.True(solution.IndexOf("Release|Any CPU", StringComparison.Ordinal) < solution.IndexOf("Debug|Any CPU", StringComparison.Ordinal));
        }

        private static IEnumerable<string> LibrariesOf(BoardProgram program) =>
            program.Modules.SelectMany(module => module.AssemblyReferences).Select(item => item.Name).Where(name => Needs.ContainsKey(name));

        private static Dictionary<string, string> PackagesFor(string path, string controller)
        {
            string folder = Path.GetDirectoryName(path)!;
            var packages = new Dictionary<string, string>(ProjectFile.PackagesOf(Path.Combine(folder, "packages.config")), StringComparer.Ordinal);
            if (controller == OtherController)
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
