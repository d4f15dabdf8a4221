using System;
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
        public static TheoryData<string> CaptureFiles => [.. Captures.Files];

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

        [Theory]
        [InlineData("sol-ark-v1.3", "sol-ark-v1.3")]
        [InlineData("sol-ark", "sol-ark", "voltage-in-tenths")]
        public void Findings_DialectThatWasGiven_IsWhatTheLogIsJudgedBy(string given, string named, params string[] findings)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("run.log");
            Assert.Equal(0, CliResult.Of("run", "--speed", "max", "--dialect", "sol-ark-v1.3", "--duration", "60s", "--log", path).ExitCode);

            CliResult doctor = CliResult.Of("doctor", path, "--dialect", given, "--format", "json");

            using JsonDocument report = JsonDocument.Parse(doctor.Output);
            Assert.Equal(named, report.RootElement.GetProperty("dialect").GetString());
            Assert.Equal(findings, report.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("id").GetString()));
        }

        // What is expected and why stands in a table beside the captures, written from their README and their sources.
        [Theory]
        [MemberData(nameof(CaptureFiles))]
        public void Findings_Capture_AreThoseOfItsSource(string file)
        {
            Assert.Equal(ExpectedFindings.Of(file), LogText.OfFile(Path.Combine(Captures.Folder, file)).Findings());
        }

        [Fact]
        public void Captures_All_AreExpectedSomewhere()
        {
            Assert.Equal(Captures.Files, ExpectedFindings.Files);
        }

        // A battery that suits its inverter: none of the inverter's rules may object.
        [Theory]
        [InlineData("sol-ark", "sol-ark", "sol-ark-5k", "sol-ark-8k", "sol-ark-12k", "sol-ark-15k", "deye", "solis", "luxpower", "eg4", "sofar")]
        [InlineData("deye", "deye", "sofar")]
        [InlineData("pylontech-v1.3", "victron")]
        public void Findings_HealthyRunForInvertersThatItSuits_AreNone(string dialect, params string[] inverters)
        {
            LogText run = LogText.OfRun("--dialect", dialect, "--duration", "2m", "--followers", "0", "--load", "1kW");

            Assert.All(inverters, inverter => Assert.Empty(run.Findings(inverter)));
        }

        [Fact]
        public void Inverters_EachFact_HasItsSourceAndARule()
        {
            Assert.All(InverterTargets.Facts(), static fact =>
            {
                Assert.NotEmpty(fact.Source);
                Assert.True(fact.Provenance is "documented" or "field" or "assumed", fact.Provenance);
            });
            Assert.All(InverterTargets.Names, static name => Assert.Contains(InverterTargets.Facts(), fact => fact.Name == name));
        }

        [Fact]
        public void Report_Rhythm_NamesPlaceAndBurstsOfEachIdentifier()
        {
            LogText run = LogText.OfRun("--duration", "20s", "--gap", "0ms", "--order", "356,351,355");
            DoctorReport report = run.Report();

            Assert.Equal([1, 2, 3], new uint[] { 0x356, 0x351, 0x355 }.Select(id => report.Bus.PlaceOf(report.Bus.Find(id)!)));
            Assert.Null(report.Bus.PlaceOf(report.Bus.Find(0x305)!));
            Assert.InRange(report.Bus.Find(0x355)!.BackToBackCount, 19, 21);
            Assert.Equal(0, report.Bus.Find(0x356)!.BackToBackCount);
        }

        [Fact]
        public void Report_PackWithATimerForEachFrame_SaysSo()
        {
            CliResult text = CliResult.Of("doctor", Captures.PathOf("deye-se-f12c-native.log"));

            Assert.Contains("Each frame of the battery has a timer of its own", text.Output, StringComparison.Ordinal);
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
            Assert.True(page.Contains(DoctorManual.Inverters(), StringComparison.Ordinal), "docs/doctor.md should hold:\n" + DoctorManual.Inverters());
            int rules = DoctorRules.All.Count;
            int expected = ExpectedFindings.Files.Sum(static file => ExpectedFindings.Of(file).Length);
            Assert.Contains($"| damaged logs, one defect each | {rules} | {rules} of {rules} | {rules} of {rules} |", page, StringComparison.Ordinal);
            Assert.Contains($"| captures | {Captures.Files.Length} | {expected} of {expected} | {expected} of {expected} |", page, StringComparison.Ordinal);
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
