using System;
using System.IO;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>A product of one's own from the command line: exported, checked, changed, and played by a scenario beside it.</summary>
    public class ProfileFileCommandTests
    {
        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        [Theory]
        [MemberData(nameof(Names))]
        public void Export_EveryProfile_IsSoundAndExportsTheSameAgain(string name)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("exported.yaml");

            Assert.Equal(0, CliResult.Of("profiles", name, "--export", path).ExitCode);
            CliResult check = CliResult.Of("profiles", "check", path);
            CliResult again = CliResult.Of("profiles", path, "--export", "-");

            Assert.Equal(0, check.ExitCode);
            Assert.Contains(name + " is sound", check.Output, StringComparison.Ordinal);
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n").Trim(), again.Output.ReplaceLineEndings("\n").Trim());
        }

        [Fact]
        public void Check_WrongFile_NamesLineAndColumnAndFails()
        {
            using TemporaryFolder folder = new();
            string path = folder.File("bad.yaml");
            File.WriteAllText(path, "name: my-pack\nextends: generic-16s-100\nvalues:\n  cellCount: many\n");

            CliResult check = CliResult.Of("profiles", "check", path);

            Assert.Equal(1, check.ExitCode);
            Assert.Contains("bad.yaml:4:14: cellCount 'many'", check.Output + check.Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("57.2 V", 0)]
        [InlineData("56 V", 1)]
        public void Scenario_WithAProfileFileBesideIt_PlaysItsValues(string expected, int exitCode)
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(
                folder.File("my-pack.yaml"), "name: my-pack\nextends: generic-16s-100\nvalues:\n  chargeVoltageLimitMillivolts: 57.2 V\n");
            string path = folder.File("own.yaml");
            File.WriteAllText(
                path,
                "name: own\nbank: {profile: my-pack.yaml, batteries: 2}\ninverter: none\ntimeline:\n  - at: 3 s\n    expect:\n"
                + $"      - {{that: frame.351.chargeVoltageLimitVolts, is: {expected}}}\n");

            Assert.Equal(exitCode, CliResult.Of("scenario", "run", path).ExitCode);
        }
    }
}
