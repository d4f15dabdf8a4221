using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    /// <summary>Results made by hand, one of each verdict.</summary>
    internal static class SampleResults
    {
        public static RunInfo Info { get; } = new()
        {
            ProductVersion = "9.8.7",
            Date = new DateTimeOffset(2026, 11, 21, 12, 34, 56, TimeSpan.FromHours(1)),
            Elapsed = TimeSpan.FromMilliseconds(4321),
        };

        public static ScenarioResult Passed { get; } = Of(Verdict.Passed, "edge/silence.yaml", "Silence stops it");

        public static ScenarioResult Partly { get; } = Of(Verdict.NotObservable, "edge/bench.yaml", "Half of it");

        public static ScenarioResult Failed { get; } = Of(Verdict.Failed, "edge/left-out.yaml", "A frame is left out", "id=351");

        public static ScenarioResult Broken { get; } = new()
        {
            Path = "edge/broken.yaml",
            Name = "broken",
            Verdict = Verdict.CouldNotRun,
            Problem = "edge/broken.yaml:3:5: there is no key 'bnak'; did you mean bank?",
        };

        public static IReadOnlyList<ScenarioResult> All { get; } = [Passed, Partly, Failed, Broken];

        public static ScenarioResult Of(Verdict verdict, string path, string name, string caseName = "", string text = "inverter.fault is F58 within 11 s")
        {
            return new ScenarioResult
            {
                Path = path,
                Name = name,
                Case = caseName,
                Description = "Description of " + name,
                Source = "paper 7.1",
                Tags = ["edge", "communication"],
                Verdict = verdict,
                Expectations =
                [
                    new() { Expected = "bank.soc is 55 %", Line = 12, ArmedMilliseconds = 0, DecidedMilliseconds = 0, Verdict = Verdict.Passed, Seen = "55 %" },
                    new()
                    {
                        Expected = text,
                        Line = 17,
                        ArmedMilliseconds = 10_000,
                        DecidedMilliseconds = verdict == Verdict.NotObservable ? -1 : 21_000,
                        Verdict = verdict,
                        Seen = verdict == Verdict.NotObservable ? "no bus shows it" : "none",
                        FramesAround = verdict == Verdict.Failed ? ["(20.501) 0x351 CVL 56.0 V"] : [],
                    },
                ],
                Stand = "virtual",
                InverterModel = "12K",
                InverterFirmware = "MCU 6.9.8",
                Settings = [new("bank.profile", "sok-sk48v100"), new("inverter.load", "2 kW")],
                Seed = 7,
                DurationMilliseconds = 65_250,
                Elapsed = TimeSpan.FromMilliseconds(12),
                Marks =
                [
                    new(10_000, MarkKind.Action, "OUTP OFF"),
                    new(10_500, MarkKind.Bank, "output off"),
                    new(20_100, MarkKind.Inverter, "F58"),
                    new(20_500, MarkKind.Host, "this machine slipped 80 ms"),
                    .. verdict == Verdict.Failed ? [new TimelineMark(21_000, MarkKind.Failure, text)] : Array.Empty<TimelineMark>(),
                ],
                Samples = [.. Enumerable.Range(0, 66).Select(SampleAt)],
                Frames = [new(0x351, false, 60, 999, 1000, 1001, "CVL 56.0 V"), new(0x18FF50E5, true, 1, 0, 0, 0, "raw")],
            };
        }

        // The bank is not known before its third second, and there is no CVL after the fortieth.
        private static PlotSample SampleAt(int second)
        {
            bool isKnown = second >= 3;
            return new PlotSample(
                second * 1000L,
                isKnown ? 52_190 - second : int.MinValue,
                isKnown ? -38_300 : int.MinValue,
                isKnown ? 550 - (second / 30) : int.MinValue,
                second < 40 ? 56_000 : int.MinValue,
                400_000,
                400_000);
        }
    }
}
