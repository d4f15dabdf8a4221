using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    public class RunnerTests
    {
        private const string Jitter = "name: n\nseed: 7\nbank: {batteries: 3, dialect: {name: sol-ark, jitter: 50 ms}}\ninverter: {load: 2 kW}\n"
            + "timeline:\n  - at: 5 s\n    cable: {burst: [5 %, 10]}\n  - at: 60 s\n    expect: {that: reply.count, above: 0}\n";

        [Fact]
        public void Run_SameFileAndSeed_SameBytes()
        {
            using var folder = new TemporaryFolder();
            string[] traces = [Trace(folder, "a", null), Trace(folder, "b", null), Trace(folder, "c", 8)];

            Assert.NotEmpty(traces[0]);
            Assert.Equal(traces[0], traces[1]);
            Assert.NotEqual(traces[0], traces[2]);
        }

        [Fact]
        public void Run_OnSeveralThreadsAtOnce_IsTheSame()
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read("x.yaml", Jitter).Cases);
            string[] texts = [.. Enumerable.Range(0, 8).AsParallel()
                .Select(_ => Describe(ScenarioRunner.Run(scenario, new RunOptions(), CancellationToken.None)))];

            Assert.Single(texts.Distinct());
        }

        [Fact]
        public void Run_Stopped_EndsWithCancellation()
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read("x.yaml", Jitter).Cases);

            Assert.Throws<OperationCanceledException>(() => ScenarioRunner.Run(scenario, new RunOptions(), new CancellationToken(true)));
        }

        [Fact]
        public void Inverter_PluggedWhileSwitchedOff_IsBackWhenSwitchedOn()
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read(
                "x.yaml",
                "name: n\nbank: {batteries: 1}\ntimeline:\n  - at: 5 s\n    inverter: {power: off, cable: unplugged}\n"
                + "  - at: 10 s\n    inverter: {cable: plugged}\n    expect: {that: reply.age, above: 3 s, for: 5 s}\n"
                + "  - at: 16 s\n    inverter: {power: on}\n    expect: {that: inverter.state, is: normal, within: 3 s, for: 5 s}\n").Cases);

            Assert.Equal(Verdict.Passed, ScenarioRunner.Run(scenario, new RunOptions(), CancellationToken.None).Verdict);
        }

        [Fact]
        public void Sabotage_OfSetupAndOfTimeline_IsDoneInItsRunOnly()
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read(
                "x.yaml",
                "name: n\nbank: {batteries: 2}\ntimeline:\n  - at: 5 s\n    expect: {that: inverter.modules, is: 2, for: 5 s}\n"
                + "sabotage:\n  - why: too few\n    bank: {batteries: 1}\n  - why: gone\n    at: 2 s\n    battery 2: {breaker: off}\n    wire: {modules: 1}\n").Cases);
            Verdict[] verdicts = [.. new int?[] { null, 0, 1, null }.Select(index =>
                ScenarioRunner.Run(scenario, new RunOptions { Sabotage = index }, CancellationToken.None).Verdict)];

            Assert.Equal([Verdict.Passed, Verdict.Failed, Verdict.Failed, Verdict.Passed], verdicts);
            Assert.Equal(["too few", "gone"], scenario.Sabotages);
        }

        [Fact]
        public void Table_AndParameters_MakeCases()
        {
            ScenarioDocument document = ScenarioLoader.Read(
                "x.yaml", "name: n <a>\nparameters: {a: [351, 355], b: [1, 2]}\ntimeline:\n  - at: <b> s\n    expect: {that: frame.<a>.count, above: 0}\n");

            Assert.Empty(document.Diagnostics);
            Assert.Equal(["a=351, b=1", "a=351, b=2", "a=355, b=1", "a=355, b=2"], document.Cases.Select(one => one.Label));
            Assert.Equal("n 355", document.Cases[2].Name);
            Assert.Equal([2000, 3000], document.Cases.Take(2).Select(one => one.EndMilliseconds));
        }

        [Fact]
        public void Include_ASharedSetup_IsMergedKeyByKey()
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(folder.File("a.setup.yaml"), "name: a\nbank: {batteries: 3, soc: 30 %}\ninverter: {quirks: {answers: off}}\n");
            string path = folder.File("x.yaml");
            File.WriteAllText(path, "name: n\ninclude: a.setup.yaml\nbank: {soc: 70 %}\ninverter: {load: 1 kW}\ntimeline:\n  - at: 5 s\n    expect:\n"
                + "      - {that: bank.soc, is: 70 %, tolerance: 1 %}\n      - {that: inverter.modules, is: 3}\n      - {that: reply.count, is: 0}\n");
            ScenarioDocument document = ScenarioLoader.Load(path);

            Assert.Empty(document.Diagnostics);
            ScenarioResult result = ScenarioRunner.Run(document.Cases[0], new RunOptions(), CancellationToken.None);
            Assert.Equal(Verdict.Passed, result.Verdict);
            Assert.Contains(new KeyValuePair<string, string>("bank.soc", "70 %"), result.Settings);
        }

        [Fact]
        public void Include_InACircle_IsAFault()
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(folder.File("a.setup.yaml"), "name: a\ninclude: b.setup.yaml\n");
            File.WriteAllText(folder.File("b.setup.yaml"), "name: b\ninclude: a.setup.yaml\n");

            ScenarioDocument document = ScenarioLoader.Load(folder.File("a.setup.yaml"));

            Assert.Contains(document.Diagnostics, fault => fault.Message.Contains("includes itself", StringComparison.Ordinal));
        }

        [Fact]
        public void Send_AForeignFrame_IsOnTheBusAsOftenAsItIsSaid()
        {
            ScenarioResult result = RunText(
                "name: n\ntimeline:\n  - at: 5 s\n    send: {frame: \"1AB#0102\", every: 100 ms, for: 1 s}\n  - at: 7 s\n"
                + "    expect: [{that: frame.1AB.count, is: 11}, {that: frame.1AB.bytes, is: \"0102\"}]\n");

            Assert.Equal(Verdict.Passed, result.Verdict);
        }

        [Fact]
        public void Ramp_OfALimit_TakesEveryStep()
        {
            ScenarioResult result = RunText(
                "name: n\ntimeline:\n  - at: 0 s\n    ramp: {wire: {ccl: <value> A}, from: 50, to: 20, step: 10, every: 2 s}\n"
                + "  - at: 1500 ms\n    expect: {that: inverter.ccl, is: 50 A}\n  - at: 3500 ms\n    expect: {that: inverter.ccl, is: 40 A}\n"
                + "  - at: 7500 ms\n    expect: {that: inverter.ccl, is: 20 A}\n");

            Assert.Equal(Verdict.Passed, result.Verdict);
        }

        [Fact]
        public void Observables_InsideAndAsked_AreTheSame()
        {
            using var stand = new VirtualStand();
            stand.SetUp(new SetupPlan { Batteries = 2 }, 1, default);
            stand.AdvanceTo(5000, CancellationToken.None);
            foreach (ObservableRow row in (IEnumerable<ObservableRow>)[.. Observables.Bank, .. Observables.Battery, .. Observables.Bus])
            {
                var what = new ObservableReference { Text = row.Name, Kind = row.Kind, Row = row, Number = 2 };
                Observed asked = BenchReader.Parse(stand.Twin.Simulator.Execute(what.InstrumentQuery!), row.Kind, row.QueryField);

                Assert.Equal((row.Name, stand.Bind(what)!()), (row.Name, asked));
            }
        }

        [Fact]
        public void Result_OfARun_SaysWhatAReportNeeds()
        {
            ScenarioResult result = RunText(
                "name: n\nsource: s\ntags: [a, b]\ninverter: {model: 15K, firmware: \"1.2\"}\ntimeline:\n  - at: 2 s\n    note: now\n    bank: {output: off}\n"
                + "  - at: 15 s\n    expect: {that: inverter.fault, is: F58}\n");

            Assert.Equal((Verdict.Passed, "15K", "1.2", "virtual"), (result.Verdict, result.InverterModel, result.InverterFirmware, result.Stand));
            Assert.Contains(result.Marks, mark => mark is { Kind: MarkKind.Action, Text: "now", Milliseconds: 2000 });
            Assert.Contains(result.Marks, mark => mark is { Kind: MarkKind.Inverter } && mark.Text.Contains("F58", StringComparison.Ordinal));
            Assert.Contains(result.Frames, frame => frame is { Id: 0x351, PeriodMeanMilliseconds: 1000 });
            Assert.InRange(result.Samples.Count, 100, 1001);
        }

        [Fact]
        public void Bench_NobodyThere_CouldNotRun()
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read("x.yaml", Jitter).Cases);
            var options = new RunOptions { StandFactory = () => new BenchStand("slcan://127.0.0.1:1", "127.0.0.1:1") };

            ScenarioResult result = ScenarioRunner.Run(scenario, options, CancellationToken.None);

            Assert.Equal(Verdict.CouldNotRun, result.Verdict);
            Assert.Contains("127.0.0.1:1", result.Problem, StringComparison.Ordinal);
        }

        private static ScenarioResult RunText(string text)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);
            Assert.Empty(document.Diagnostics);
            ScenarioResult result = ScenarioRunner.Run(document.Cases[0], new RunOptions(), CancellationToken.None);
            Assert.Null(result.Problem);
            Assert.True(result.Verdict == Verdict.Passed, string.Join('\n', result.Expectations.Select(one => $"{one.Expected}: {one.Seen}")));
            return result;
        }

        private static string Trace(TemporaryFolder folder, string name, uint? seed)
        {
            ScenarioCase scenario = Assert.Single(ScenarioLoader.Read("x.yaml", Jitter).Cases);
            ScenarioResult result = ScenarioRunner.Run(
                scenario, new RunOptions { TraceFolder = folder.File("traces"), TraceName = name, Seed = seed }, CancellationToken.None);
            return File.ReadAllText(result.TracePath!);
        }

        private static string Describe(ScenarioResult result)
        {
            return string.Join('\n', result.Marks) + string.Join('\n', result.Frames) + string.Join('\n', result.Samples);
        }
    }
}
