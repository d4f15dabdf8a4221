using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using BatterySim.Bms.Can;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Ports;
using BatterySim.Host.Tests.Protocol;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Analysis
{
    public class DoctorTests
    {
        public static TheoryData<string> Rules => [.. DoctorRules.All.Select(static rule => rule.Id)];

        // One defect, one finding: what else the rules would say is a false alarm.
        [Theory]
        [MemberData(nameof(Rules))]
        public void Findings_OneDefect_AreThatOneAndNothingElse(string rule)
        {
            Assert.Equal([rule], Defects.All[rule]());
        }

        [Theory]
        [InlineData("sol-ark")]
        [InlineData("pylontech")]
        [InlineData("pylontech-v1.3")]
        [InlineData("deye")]
        public void Findings_HealthyRunOfADialect_AreNone(string dialect)
        {
            LogText run = LogText.OfRun("--dialect", dialect, "--duration", "10m", "--load", "3kW");

            Assert.Empty(run.Findings());
            Assert.Equal(dialect, run.Report().Bus.Detector.Dialect);
            Assert.Contains("every mandatory frame comes in its rhythm, limits are plausible, no alarm is active", run.Report().Healthy, StringComparison.Ordinal);
        }

        // This dialect is the document to the letter, and its scale is the finding.
        [Fact]
        public void Findings_SolArksDocumentToTheLetter_AreItsScale()
        {
            LogText run = LogText.OfRun("--dialect", "sol-ark-v1.3", "--duration", "60s");

            Assert.Equal(["voltage-in-tenths"], run.Findings());
            Assert.Equal("sol-ark-v1.3", run.Report().Bus.Detector.Dialect);
        }

        // From the README of the captures and their public sources. Where its times are synthetic, a jump between samples is a silence here.
        [Theory]
        [InlineData("byd-lvs-victron.log")]
        [InlineData("deye-battery-bus-notes.log", "frame-missing")]
        [InlineData("deye-se-f12c-native-charging.log")]
        [InlineData("deye-se-f12c-native-idle-ccl0.log", "enable-contradicts-limit")]
        [InlineData("deye-se-f12c-native.log")]
        [InlineData("deye-se-f12c-profile-switch-to-victron-pylon.log")]
        [InlineData("discover-aes-lynk2-serial-can.log", "battery-silent", "no-answer", "voltage-in-tenths", "soc-jump")]
        [InlineData("eco-worthy-cubix-pylon.log")]
        [InlineData("eco-worthy-victron-profile-vectors.log")]
        [InlineData("emul-jk-arminjo.log")]
        [InlineData("emul-negative-dcl.log", "battery-silent", "limit-negative", "permission-missing", "no-answer", "dvl-above-voltage")]
        [InlineData("emul-samsung-to-deye.log", "permission-missing", "name-unknown")]
        [InlineData("emul-yambms-invalid-temp.log", "temperature-impossible")]
        [InlineData("endurenergy-esp5100-internal-bus.log", "no-battery")]
        [InlineData("hv-growatt-sph-poll.log")]
        [InlineData("pylontech-us2000-us3000-x10.log", "soc-jump", "temperature-impossible")]
        [InlineData("pytes-native-400.log", "battery-silent")]
        [InlineData("pytes-v5a-victron.log", "voltage-jump")]
        public void Findings_Capture_AreThoseOfItsSource(string file, params string[] expected)
        {
            Assert.Equal(expected, LogText.OfFile(Path.Combine(Captures.Folder, file)).Findings());
        }

        [Fact]
        public void Captures_All_AreExpectedSomewhere()
        {
            IEnumerable<string> listed = typeof(DoctorTests).GetMethod(nameof(Findings_Capture_AreThoseOfItsSource))!
                .GetCustomAttributesData().Select(static data => data.ConstructorArguments.FirstOrDefault().Value)
                .OfType<IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>>().Select(static values => (string)values[0].Value!);

            Assert.Equal(Captures.Files, listed.Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Rules_EachRow_SaysWhatWhyAndWhence()
        {
            Assert.Equal(DoctorRules.All.Count, DoctorRules.All.Select(static rule => rule.Id).Distinct().Count());
            Assert.Equal(DoctorRules.All.Select(static rule => rule.Id).Order(), Defects.All.Keys.Order());
            Assert.All(DoctorRules.All, static rule =>
            {
                Assert.EndsWith(".", rule.Consequence, StringComparison.Ordinal);
                Assert.EndsWith(".", rule.Remedy, StringComparison.Ordinal);
                Assert.NotEmpty(rule.Source);
                Assert.True(rule.Provenance is "documented" or "captured" or "field" or "assumed", rule.Provenance);
            });
        }

        [Fact]
        public void Manual_Doctor_IsPrintedFromTheTable()
        {
            string page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "doctor.md"));

            Assert.True(page.Contains(DoctorManual.Table(), StringComparison.Ordinal), "docs/doctor.md differs from the table; it should hold:\n" + DoctorManual.Table());
            Assert.Contains($"{DoctorRules.All.Count} of {DoctorRules.All.Count}", page, StringComparison.Ordinal);
        }

        [Fact]
        public void Command_EachFormat_SaysTheSame()
        {
            string path = Captures.PathOf("emul-negative-dcl.log");
            CliResult text = CliResult.Of("doctor", path);
            CliResult json = CliResult.Of("doctor", path, "--format", "json");
            CliResult html = CliResult.Of("doctor", path, "--format", "html");
            JsonElement first = JsonDocument.Parse(json.Output).RootElement.GetProperty("findings")[1];

            Assert.Equal((0, 0, 0), (text.ExitCode, json.ExitCode, html.ExitCode));
            Assert.Equal("limit-negative", first.GetProperty("id").GetString());
            Assert.Equal("351#4502B00E50F1C001", first.GetProperty("frame").GetString());
            Assert.Contains("limit-negative: a current limit is negative", text.Output, StringComparison.Ordinal);
            Assert.Contains("351#4502B00E50F1C001", text.Output, StringComparison.Ordinal);
            Assert.Contains("<h2 class=\"error\">a current limit is negative", html.Output, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("doctor", "missing.log")]
        [InlineData("doctor", "x.log", "--duration", "5s")]
        [InlineData("doctor", "nonsense://x")]
        public void Command_InputThatIsNotThere_FailsWithOneSentence(params string[] arguments)
        {
            CliResult result = CliResult.Of(arguments);

            Assert.NotEqual(0, result.ExitCode);
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        [Fact]
        public void Command_LivePort_IsDiagnosedForATime()
        {
            using PortRig rig = new();
            ServerPort server = rig.Serve("slcan");
            CanFrame frame = new();
            using System.Threading.Timer battery = new(
                _ =>
                {
                    frame.Begin(0x351, 8);
                    frame.PutU16(0, 1);
                    server.Send(frame);
                },
                null, 0, 50);

            CliResult result = CliResult.Of("doctor", $"slcan://127.0.0.1:{server.EndPoint.Port}", "--duration", "2s", "--format", "json");
            JsonElement findings = JsonDocument.Parse(result.Output).RootElement.GetProperty("findings");

            Assert.Equal(0, result.ExitCode);
            Assert.Contains(findings.EnumerateArray(), static one => one.GetProperty("id").GetString() == "cvl-out-of-range");
        }
    }
}
