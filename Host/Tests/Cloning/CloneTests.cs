using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Host.Tests.Analysis;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Cloning
{
    /// <summary>A log becomes a profile file, and its run sends what the log has.</summary>
    public class CloneTests
    {
        private const uint Limits = 0x351;
        private const uint Measured = 0x356;

        public static TheoryData<string> Profiles => [.. ProfileCatalogue.Names];

        public static TheoryData<string> DialectNames => [.. Dialects.Names];

        // No emulator's negative limit: a bank has none to send, and the check says so.
        public static TheoryData<string> RealCaptures => [.. Captures.Files.Where(static file => file != "emul-negative-dcl.log")];

        [Theory]
        [MemberData(nameof(Profiles))]
        public void Clone_LogOfEachProfile_SendsTheSameInTheSameState(string profile)
        {
            AssertTwin("--profile", profile, "--followers", "1", "--soc", "60");
        }

        [Theory]
        [MemberData(nameof(DialectNames))]
        public void Clone_LogOfEachDialect_SendsTheSameInTheSameState(string dialect)
        {
            AssertTwin("--dialect", dialect, "--followers", "3", "--soc", "55");
        }

        [Theory]
        [InlineData("--period", "2s", "--gap", "50ms", "--order", "35E,359,351,356,355")]
        [InlineData("--gap", "0ms", "--current-sign", "discharge", "--manufacturer", "DIYPYLON")]
        [InlineData("--data-length", "native", "--voltage-scale", "0.1", "--no-capacity-frame")]
        public void Clone_LogWithOtherSettings_SendsTheSameInTheSameState(params string[] settings) => AssertTwin(settings);

        [Theory]
        [MemberData(nameof(RealCaptures))]
        public void Clone_Capture_SendsItsFramesInItsOrderAndItsLimits(string file)
        {
            using TemporaryFolder folder = new();
            string path = Captures.PathOf(file);
            string clone = Clone(path, folder);
            LogText.Line[] log = OfBattery(LogText.OfFile(path));
            LogText.Line[] run = OfBattery(Run(clone, folder, "15s"));

            Assert.Equal("", CliResult.Of("clone", "--check", path, "--profile", clone).Output.Split("No difference")[0]);
            Assert.Equal(Lengths(log), Lengths(run));
            foreach (IGrouping<uint, LogText.Line> frames in log.GroupBy(static line => line.Id).Where(static group => group.Key is Limits or 0x35E))
            {
                Assert.Contains(Hex(run.First(line => line.Id == frames.Key)), frames.Select(Hex));
            }
        }

        [Fact]
        public void Clone_SetOfSixteenFrames_KeepsOrderAndGapsOfTheCapture()
        {
            using TemporaryFolder folder = new();
            LogText.Line[] log = OfBattery(LogText.OfFile(Captures.PathOf("eco-worthy-cubix-pylon.log")));
            LogText.Line[] run = OfBattery(Run(Clone(Captures.PathOf("eco-worthy-cubix-pylon.log"), folder), folder, "3s"));

            Assert.Equal(log.Select(static line => line.Id), run.Take(16).Select(static line => line.Id));
            Assert.All(log.Zip(run), pair => Assert.InRange(
                (pair.First.Microseconds - log[0].Microseconds) - (pair.Second.Microseconds - run[0].Microseconds), -1500, 1500));
            Assert.Equal(1000, (run[16].Microseconds - run[0].Microseconds) / 1000);
        }

        // Measured by hand in the capture, five periods of each.
        [Theory]
        [InlineData(0x359u, 1000)]
        [InlineData(0x355u, 1010)]
        [InlineData(0x356u, 1020)]
        [InlineData(0x351u, 1060)]
        [InlineData(0x35Cu, 1080)]
        [InlineData(0x110u, 1000)]
        [InlineData(0x361u, 1030)]
        public void Clone_PackWhoseFramesHaveTheirOwnTimers_KeepsEachPeriod(uint id, int milliseconds)
        {
            using TemporaryFolder folder = new();
            LogText clone = Run(Clone(Captures.PathOf("deye-se-f12c-native.log"), folder), folder, "60s");
            LogText.Line[] run = [.. OfBattery(clone).Where(line => line.Id == id)];

            double mean = (run[^1].Microseconds - run[0].Microseconds) / 1000.0 / (run.Length - 1);
            Assert.InRange(mean, milliseconds - 3, milliseconds + 3);
        }

        [Fact]
        public void Clone_StartsThatJitter_LearnsPeriodGapAndJitter()
        {
            using TemporaryFolder folder = new();
            string text = File.ReadAllText(Clone(Log(folder, "--jitter", "60ms", "--gap", "30ms", "--period", "500ms", "--duration", "5m"), folder));

            Assert.Equal(500, NumberOf(text, "periodMilliseconds"));
            Assert.Equal(30, NumberOf(text, "gapMilliseconds"));
            Assert.InRange(NumberOf(text, "jitterMilliseconds"), 48, 66);
        }

        [Fact]
        public void Clone_ChargeToFull_LearnsWhereTheLimitFalls()
        {
            using TemporaryFolder folder = new();
            string path = Log(folder, "--profile", "pylontech-us3000c", "--followers", "0", "--soc", "90", "--load", "-600", "--duration", "2h");
            string text = File.ReadAllText(Clone(path, folder));

            Assert.InRange(NumberOf(text, "chargeTaperStartPermille"), 940, 955);
            Assert.Equal(40, NumberOf(text, "chargeTaperPercent"));
            Assert.Contains("#   CVL 53.2 V, CCL 14.8 A", text, StringComparison.Ordinal);
        }

        [Fact]
        public void Clone_CurrentAgainstSoc_TellsTheSignFromTheLog()
        {
            using TemporaryFolder folder = new();
            string text = File.ReadAllText(Clone(Log(folder, "--current-sign", "discharge", "--load", "4kW", "--duration", "30m"), folder));

            Assert.Contains("currentSign: {value: \"discharge\", provenance: captured", text, StringComparison.Ordinal);
        }

        [Fact]
        public void Clone_WhatTheLogDoesNotTell_IsSaidAndLeftToAFamily()
        {
            using TemporaryFolder folder = new();
            string text = File.ReadAllText(Clone(Captures.PathOf("byd-lvs-victron.log"), folder));

            Assert.Contains("What the log cannot tell is that of ", text, StringComparison.Ordinal);
            Assert.Contains("the period of 1 s is assumed", text, StringComparison.Ordinal);
            Assert.Contains("extends: ", text, StringComparison.Ordinal);
            Assert.All(
                text.Split('\n').Where(static line => line.Contains("provenance: captured", StringComparison.Ordinal)),
                static line => Assert.Contains("source: \"byd-lvs-victron.log, ", line, StringComparison.Ordinal));
        }

        [Fact]
        public void Check_ProfileThatWasChanged_NamesEveryDifference()
        {
            using TemporaryFolder folder = new();
            string log = Log(folder, "--duration", "30s");
            string path = Clone(log, folder);
            string text = File.ReadAllText(path);
            File.WriteAllText(path, text.Replace("359,351,355,356", "359,355,351,356", StringComparison.Ordinal)
                .Replace("periodMilliseconds: {value: \"1000\"", "periodMilliseconds: {value: \"1500\"", StringComparison.Ordinal)
                .Replace("chargeVoltageLimitMillivolts: {value: ", "chargeVoltageLimitMillivolts: {value: 1+", StringComparison.Ordinal)
                .Replace("1+56000", "55000", StringComparison.Ordinal).Replace("1+", "", StringComparison.Ordinal));
            CliResult check = CliResult.Of("clone", "--check", log, "--profile", path);

            Assert.Equal(1, check.ExitCode);
            Assert.Contains("order: log 351 355 356 35C 35E 379 359; clone 351 356", check.Output, StringComparison.Ordinal);
            Assert.Contains("period of a burst: log 1000 ms; clone 1500 ms", check.Output, StringComparison.Ordinal);
        }

        [Fact]
        public void Check_EmulatorWithNegativeLimits_SaysThatTheCloneHasNone()
        {
            CliResult check = CliResult.Of("clone", "--check", Captures.PathOf("emul-negative-dcl.log"));

            Assert.Equal(1, check.ExitCode);
            Assert.StartsWith("limits at SOC", check.Output, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(2, "clone", "x.log", "--profile", "y.yaml")]
        [InlineData(1, "clone", "missing.log")]
        public void Command_WhatCannotBe_FailsWithOneSentence(int exitCode, params string[] arguments)
        {
            CliResult result = CliResult.Of(arguments);

            Assert.Equal(exitCode, result.ExitCode);
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        // The same findings, and byte for byte the same frames wherever SOC is the same; what 0x356 measures is compared as numbers.
        private static void AssertTwin(params string[] settings)
        {
            using TemporaryFolder folder = new();
            string path = Log(folder, [.. settings, "--duration", "60s"]);
            string clone = Clone(path, folder);
            LogText log = LogText.OfFile(path);
            LogText run = Run(clone, folder, "60s");
            LogText.Line[] first = OfBattery(log);
            LogText.Line[] second = OfBattery(run);

            Assert.Equal(log.Findings(), run.Findings());
            Assert.Equal(log.Report().Bus.Detector.Dialect, run.Report().Bus.Detector.Dialect);
            Assert.Equal(Lengths(first), Lengths(second));
            Assert.Equal(first.Select(static line => line.Id), second.Select(static line => line.Id));
            Assert.All(first.Zip(second), static pair => Assert.InRange(pair.First.Microseconds - pair.Second.Microseconds, -1000, 1000));
            Assert.Equal(
                first.Where(static line => line.Id != Measured).Take(40).Select(Hex),
                second.Where(static line => line.Id != Measured).Take(40).Select(Hex));
            AssertSameMeasurements(first.Where(static line => line.Id == Measured), second.Where(static line => line.Id == Measured));
        }

        // The same scale, sign and unit, read as raw numbers, within what a clone knows of the state: 0.5 V of 50, 0.5 A and 1 degree.
        private static void AssertSameMeasurements(IEnumerable<LogText.Line> first, IEnumerable<LogText.Line> second)
        {
            // Four batteries come on one after the other where the clone is one.
            foreach ((LogText.Line real, LogText.Line clone) in first.Zip(second).Skip(5))
            {
                Assert.InRange(clone.Get16(0), real.Get16(0) * 0.99, real.Get16(0) * 1.01);
                Assert.InRange(clone.Get16(2), real.Get16(2) - 5, real.Get16(2) + 5);
                Assert.InRange(clone.Get16(4), real.Get16(4) - 10, real.Get16(4) + 10);
                Assert.Equal(real.Data[6..], clone.Data[6..]);
            }
        }

        private static string Log(TemporaryFolder folder, params string[] arguments)
        {
            string path = folder.File("real.log");
            CliResult run = CliResult.Of(["run", "--speed", "max", "--inverter", "none", .. arguments, "--log", path]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            return path;
        }

        private static string Clone(string log, TemporaryFolder folder)
        {
            CliResult clone = CliResult.Of("clone", log);
            Assert.Equal(0, clone.ExitCode);
            string path = folder.File("clone.yaml");
            File.WriteAllText(path, clone.Output);
            return path;
        }

        private static LogText Run(string profile, TemporaryFolder folder, string duration)
        {
            string path = folder.File("run.log");
            CliResult run = CliResult.Of("run", "--profile", profile, "--speed", "max", "--inverter", "none", "--duration", duration, "--log", path);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            return LogText.OfFile(path);
        }

        private static LogText.Line[] OfBattery(LogText log) =>
            [.. log.Lines.Where(static line => line.Id is not (>= 0x305 and <= 0x307) and not 0x4200 and not 0x8200)];

        private static IEnumerable<string> Lengths(IEnumerable<LogText.Line> lines)
        {
            return lines.Select(static line => $"{line.Id:X3}{(line.IsExtended ? "x" : "")} {line.Data.Length}").Distinct()
                .Order(StringComparer.Ordinal);
        }

        private static string Hex(LogText.Line line) => $"{line.Id:X3}#{Convert.ToHexString(line.Data)}";

        private static int NumberOf(string text, string key)
        {
            string line = text.Split('\n').First(line => line.Contains($"  {key}: ", StringComparison.Ordinal));
            string value = line[(line.IndexOf("value: ", StringComparison.Ordinal) + 7)..].TrimStart('"');
            return int.Parse(value[..value.IndexOfAny(['"', ','])], CultureInfo.InvariantCulture);
        }
    }
}
