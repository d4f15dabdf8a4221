using System.IO;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>What people reported of real batteries, each as a scenario with the value that is right (field-inputs/README.md).</summary>
    public class FieldBatteryTests
    {
        [Theory]
        [InlineData("k20-us5000-ccl-when-full")]
        [InlineData("k21-full-at-rest")]
        [InlineData("k21-full-at-rest-4")]
        [InlineData("k22-recharge-hysteresis")]
        [InlineData("k22-recharge-hysteresis-95")]
        [InlineData("k23-bms-lowers-cvl-when-full")]
        [InlineData("k24-soc-follows-voltage")]
        [InlineData("k25-discharge-fet-stays-open")]
        [InlineData("k26-unlisted-make")]
        [InlineData("k26-unlisted-make-eg4")]
        public void Run_ReportOfTheField_Passes(string name)
        {
            string path = Path.Combine(SourceFile.Root, "Host", "Tests", "Data", "field-inputs", name + ".yaml");

            CliResult result = CliResult.Of("scenario", "run", path);

            Assert.True(result.ExitCode == 0, result.Output + result.Error);
        }
    }
}
