using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Scenarios.Certification;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Tests.Cli;
using Spectre.Console;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>A bench whose inverter is another program, seen over CAN and Modbus only.</summary>
    [Collection(RealTimeGroup.Name)]
    public class ModbusBenchTests
    {
        private const string Scenario =
            """
            name: The inverter of a bench
            bank: {batteries: 2, soc: 60 %}
            timeline:
              - at: 4 s
                expect:
                  - {that: inverter.state, is: normal}
                  - {that: inverter.fault, is: none}
                  - {that: inverter.soc, is: 60 %, tolerance: 1 %}
                  - {that: inverter.current, at-most: 0 A}
              - at: 9 s
                inverter: {max-a-charge: 50 A}
              - at: 10 s
                expect: {that: bank.soc, is: 60 %, tolerance: 1 %}
            sabotage:
              - why: The limit that no inverter takes
                at: 0 s
                wire: {soc: 20 %}
            """;

        [Fact]
        public void ScenarioRun_WithoutAllowWrites_WritesNothingAndSaysWhichRegisterWouldDo()
        {
            using var bench = new ModbusBench();
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("bench.yaml"), Scenario);

            CliResult result = CliResult.Of(
                ["scenario", "run", folder.File("bench.yaml"), "--report", folder.File("out"), "--junit", folder.File("junit.xml"), .. bench.Options]);

            string junit = File.ReadAllText(folder.File("junit.xml"));
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("12K, firmware M 6.9.8.3 / S 0.7.1.7 / C 1.4.2.A, unit 1", result.Error, StringComparison.Ordinal);
            Assert.Contains("--allow-writes 210", result.Output + junit, StringComparison.Ordinal);
            Assert.Contains("modbus.210 Max A charge", junit, StringComparison.Ordinal);
            Assert.DoesNotContain("changed", result.Error, StringComparison.Ordinal);
            string[] rows = File.ReadAllLines(folder.File("out/registers.csv"));
            Assert.Contains("r191", rows[0].Split(','));
            Assert.True(rows.Length > 3, "the polls are logged");
            string beside = Assert.Single(Directory.GetFiles(folder.File("out"), "*.registers.csv", SearchOption.AllDirectories));
            Assert.True(File.Exists(beside.Replace(".registers.csv", ".log", StringComparison.Ordinal)));
            Assert.True(File.ReadAllLines(beside).Length > 3, "the polls of the case are logged");
        }

        [Fact]
        public void ScenarioRun_WithAllowWrites_SetsTheRegisterAndSetsItBack()
        {
            using var bench = new ModbusBench();
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("bench.yaml"), Scenario);

            CliResult result = CliResult.Of(
                [
                    "scenario", "run", folder.File("bench.yaml"), "--allow-writes", "210", "--report", folder.File("out"),
                    .. bench.Options.SkipLast(1), bench.WritableModbus,
                ]);

            Assert.Equal(0, result.ExitCode);
            Assert.Contains("1 passed", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("changed", result.Error, StringComparison.Ordinal);
        }

        // The wait until the registers follow the bus is before the scenario's clock starts: it once counted as a slip of the host.
        [Fact]
        public void ScenarioRun_ATightTimeWithModbus_IsJudged()
        {
            using var bench = new ModbusBench();
            using TemporaryFolder folder = new();
            File.WriteAllText(
                folder.File("tight.yaml"),
                """
                name: A tight time
                bank: {batteries: 2, soc: 60 %}
                timeline:
                  - at: 2 s
                    wire: {ccl: 33 A}
                    expect: {that: inverter.ccl, is: 33 A, within: 500 ms, for: 700 ms}
                sabotage:
                  - why: The limit stays
                    at: 2 s
                    wire: {ccl: off}
                """);

            // A machine that is busy with other things may really slip; it does not do so every time.
            string output = "";
            for (int attempt = 0; attempt < 6 && !output.Contains("1 passed", StringComparison.Ordinal); attempt++)
            {
                output = CliResult.Of(["scenario", "run", folder.File("tight.yaml"), .. bench.Options]).Output;
            }

            Assert.Contains("1 passed", output, StringComparison.Ordinal);
        }

        // What is done at 0 s is done before the first burst, counts begin at 0 whatever ran before, and the bank carries the inverter's current.
        [Fact]
        public void ScenarioRun_TwiceOnABench_BeginsAsInTheTwinEachTime()
        {
            using var bench = new ModbusBench("--load", "2kW");
            using TemporaryFolder folder = new();
            File.WriteAllText(
                folder.File("begin.yaml"),
                """
                name: As in the twin
                bank: {batteries: 2, soc: 60 %}
                inverter: {load: 2 kW}
                timeline:
                  - at: 0 s
                    do: "FAUL:FRAM359:OMIT ON,0 S"
                  - at: 3.05 s
                    expect: {that: frame.351.age, between: [25 ms, 30 ms]}
                  - at: 4.5 s
                    expect:
                      - {that: frame.359.count, is: 0}
                      - {that: frame.351.count, is: 5}
                      - {that: reply.count, is: 5}
                      - {that: scpi, query: "INV:COUN?", is: 5}
                      - {that: bank.current, is: -38 A, tolerance: 2 A, within: 500 ms, for: 1 s}
                """);

            Assert.Contains("1 passed", CliResult.Of("scenario", "run", folder.File("begin.yaml")).Output, StringComparison.Ordinal);
            for (int run = 0; run < 2; run++)
            {
                // A machine that is busy with other things may really slip; it does not do so every time.
                string output = "";
                for (int attempt = 0; attempt < 6 && !output.Contains("1 passed", StringComparison.Ordinal); attempt++)
                {
                    output = CliResult.Of(["scenario", "run", folder.File("begin.yaml"), .. bench.Options]).Output;
                }

                Assert.Contains("1 passed", output, StringComparison.Ordinal);
            }
        }

        // 110 A would move one battery by 0.3 % in the ten seconds for which bank and inverter are waited for.
        [Fact]
        public void ScenarioRun_WhileTheBenchIsWaitedFor_NothingFlowsThroughTheBank()
        {
            using var bench = new ModbusBench("--load", "-6000");
            using TemporaryFolder folder = new();
            File.WriteAllText(
                folder.File("still.yaml"),
                """
                name: Still
                bank: {batteries: 1, soc: 50 %}
                inverter: {load: -6 kW}
                timeline:
                  - at: 0.5 s
                    expect: {that: battery.1.soc, is: 50 %, tolerance: 0.1 %}
                  - at: 5 s
                    expect: {that: bank.current, above: 50 A, within: 3 s}
                """);

            CliResult result = CliResult.Of(["scenario", "run", folder.File("still.yaml"), .. bench.Options]);

            Assert.Contains("1 passed", result.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void SecondRun_AtABenchThatIsInUse_IsToldWhoHasIt()
        {
            using var bench = new ModbusBench();
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("bench.yaml"), Scenario);
            string[] scenario = ["scenario", "run", folder.File("bench.yaml"), .. bench.Options];
            string[] certify = ["certify", .. bench.Options, "--probe", "measurements"];

            using (BenchClaim.Take("certify", "slcan://127.0.0.1:1", bench.Scpi, null))
            {
                Assert.All([scenario, certify], static line =>
                {
                    CliResult result = CliResult.Of(line);

                    Assert.Equal(2, result.ExitCode);
                    Assert.Contains($"The bench is in use: 'certify', process {Environment.ProcessId}, since ", result.Error, StringComparison.Ordinal);
                    Assert.Contains("wait for it, or end it", result.Error, StringComparison.Ordinal);
                });
            }

            Assert.DoesNotContain("in use", CliResult.Of(scenario).Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("scpi")]
        [InlineData("can")]
        [InlineData("modbus")]
        public void Claim_OnePartInCommon_IsRefusedUntilItIsGivenBack(string part)
        {
            string Can(int port) => $"slcan://127.0.0.1:{(part == "can" ? 9 : port)}";
            string Scpi(int port) => part == "scpi" ? port == 1 ? "localhost:9" : "127.0.0.1:9" : $"127.0.0.1:{port}";
            string Modbus(int port) => $"modbus://127.0.0.1:{(part == "modbus" ? 9 : port)}";
            BenchClaim first = BenchClaim.Take("scenario run", Can(1), Scpi(1), Modbus(1));

            StandException problem = Assert.Throws<StandException>(() => BenchClaim.Take("certify", Can(2), Scpi(2), Modbus(2)));
            first.Dispose();
            using BenchClaim second = BenchClaim.Take("certify", Can(2), Scpi(2), Modbus(2));

            Assert.Contains($"has {part} ", problem.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("load", "bms-err-stop")]
        [InlineData("shutdown", "bms-err-stop")]
        [InlineData("nonsense", "bms-err-stop")]
        [InlineData("parallel", "add --modbus URL")]
        public void ScenarioRun_ByHandThatConfirmsNothing_IsRefused(string key, string said)
        {
            CliResult result = CliResult.Of("scenario", "run", "x.yaml", "--by-hand", key);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(said, result.Error, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("--allow-writes", "59")]
        [InlineData("--allow-writes", "201")]
        public void ScenarioRun_AllowWritesOfWhatIsNoSetting_IsRefused(params string[] options)
        {
            CliResult result = CliResult.Of(["scenario", "run", "x.yaml", .. options]);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("210 (max-a-charge)", result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void ScenarioList_Bench_SaysThatRegistersShowMostOfWhatWasHidden()
        {
            CliResult result = CliResult.Of("scenario", "list", "--bench");

            Match numbers = Regex.Match(result.Output, @"on a bench (\d+) of (\d+) expectations are not observable, (\d+) with --modbus");
            int Number(int group) => int.Parse(numbers.Groups[group].Value, CultureInfo.InvariantCulture);
            Assert.InRange(Number(3), 1, Number(1) / 2);
            Assert.InRange(Number(1), Number(3), Number(2));
        }

        [Fact]
        public void Watch_WithoutATerminal_WritesLinesAndACsvOfEveryPoll()
        {
            using var bench = new ModbusBench();
            using TemporaryFolder folder = new();

            CliResult result = CliResult.Of("inverter", "watch", "--modbus", bench.Modbus, "--csv", folder.File("day.csv"), "--duration", "3s");

            string[] rows = File.ReadAllLines(folder.File("day.csv"));
            string[] names = rows[0].Split(',');
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("12K, firmware", result.Output, StringComparison.Ordinal);
            Assert.Contains("normal", result.Output, StringComparison.Ordinal);
            Assert.True(rows.Length >= 3, "two polls or more in three seconds");
            Assert.All(rows.Skip(1), row => Assert.Equal(names.Length, row.Split(',').Length));
            Assert.Equal("2", rows[^1].Split(',')[Array.IndexOf(names, "r59")]);
        }

        [Fact]
        public void Watch_OnATerminal_ShowsWhatTheInverterReceived()
        {
            using var bench = new ModbusBench();
            using StringWriter screen = new();
            using Interruption interruption = new();
            IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(screen),
            });
            terminal.Profile.Width = 120;
            terminal.Profile.Height = 60;

            int exitCode = App.Run(
                ["inverter", "watch", "--modbus", bench.Modbus, "--duration", "2s"],
                new CliHost(TextWriter.Null, TextWriter.Null) { Terminal = terminal, Interruption = interruption });

            Assert.Equal(0, exitCode);
            Assert.All(["INVERTER OVER MODBUS", "state", "BMS charge voltage", "battery voltage"], part => Assert.Contains(part, screen.ToString(), StringComparison.Ordinal));
        }

        [Fact]
        public void Certify_OnABench_NamesTheHiddenQuirkAndGoesOnWhereItWasInterrupted()
        {
            using var bench = new ModbusBench("--load", "-6000", "--quirk", "current-sign=discharge");
            using TemporaryFolder folder = new();
            string[] line = ["certify", .. bench.Options, "--output", folder.File("inverter.json"), "--resume", "--probe", "measurements"];

            CliResult first = CliResult.Of(line);
            CliResult second = CliResult.Of([.. line, "--probe", "zero-dcl"]);

            CertificationRecord record = CertificationJson.Read(File.ReadAllText(folder.File("inverter.json")), out _)!;
            Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
            Assert.Contains("probe 1 of 1, measurements", first.Error, StringComparison.Ordinal);
            Assert.Contains("probe 1 of 1, zero-dcl", second.Error, StringComparison.Ordinal);
            Assert.Equal(["measurements", "zero-dcl"], record.Probes.Select(static probe => probe.Name));
            Assert.Equal("discharge", record.Find("current-sign")!.Value);
            Assert.Equal((false, CertifiedProperty.Unknown), (record.Probes[1].IsComplete, record.Find("zero-dcl-ignored")!.Value));
            Assert.Contains("register 150 shows a grid", record.Find("zero-dcl-ignored")!.Evidence, StringComparison.Ordinal);
            Assert.Contains(record.Probes[0].Events, static one => one.Source == "frame 356");
            Assert.Contains(record.Probes[0].Events, static one => one.Source == "register 318");
        }

        // A sun that shines is neither a forced charge nor a balance, and a battery that feeds nothing proves no shutdown.
        [Fact]
        public void Certify_OnABenchUnderAnotherLoad_JudgesNothingByIt()
        {
            using var bench = new ModbusBench("--load", "-6000", "--quirk", "force-charge-bit=5");
            using TemporaryFolder folder = new();
            string path = folder.File("inverter.json");

            CliResult result = CliResult.Of(["certify", .. bench.Options, "--output", path, "--probe", "force-charge", "--probe", "cvl-below"]);

            CertificationRecord record = CertificationJson.Read(File.ReadAllText(path), out _)!;
            Assert.Equal(0, result.ExitCode);
            Assert.All(record.Probes, static probe => Assert.False(probe.IsComplete));
            Assert.All(record.AllProperties(), static property => Assert.Equal(CertifiedProperty.Unknown, property.Value));
            Assert.Contains("no sun and no Grid Charge", record.Find("force-charge-bit")!.Evidence, StringComparison.Ordinal);
            Assert.Contains("a sun of the same power", record.Find("export-margin")!.Evidence, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("--can", "slcan://127.0.0.1:1")]
        [InlineData("--modbus", "modbus://127.0.0.1:1")]
        public void Certify_HalfABench_IsRefused(params string[] options)
        {
            CliResult result = CliResult.Of(["certify", .. options]);

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("--can, --scpi and --modbus together", result.Error, StringComparison.Ordinal);
        }
    }
}
