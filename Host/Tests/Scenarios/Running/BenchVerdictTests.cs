using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>What fails on a bench although the inverter is sound, and so must not count as failed.</summary>
    public class BenchVerdictTests
    {
        private const int LagMilliseconds = 1300;

        // Nobody switches the inverter of a bench on: what waits for that is not seen, and what may come of it does not count, but the bank's own
        // frames do.
        [Theory]
        [InlineData("{that: inverter.state, is: waiting, for: 2 s}", Verdict.NotObservable)]
        [InlineData("{that: inverter.soc, is: unknown}", Verdict.NotObservable)]
        [InlineData("{that: inverter.state, is: waiting}, {that: inverter.current, is: 0 A}", Verdict.NotObservable)]
        [InlineData("{that: inverter.soc, is: unknown}, {that: bank.current, is: 0 A}", Verdict.NotObservable)]
        [InlineData("{that: inverter.state, is: waiting}, {that: scpi, query: \"INV:STAT?\", is: WAIT}", Verdict.NotObservable)]
        [InlineData("{that: inverter.state, is: waiting}, {that: reply.count, is: 0}", Verdict.NotObservable)]
        [InlineData("{that: inverter.state, is: waiting}, {that: frame.359.count, is: 0}", Verdict.Failed)]
        [InlineData("{that: inverter.state, is: [waiting, fault]}", Verdict.Failed)]
        [InlineData("{that: inverter.current, is: 0 A}", Verdict.Failed)]
        [InlineData("{that: inverter.soc, is-not: unknown}, {that: inverter.current, is: 0 A}", Verdict.Failed)]
        public void AnInverterJustSwitchedOn_IsNotThere(string expectations, Verdict last)
        {
            var stand = new PlayedStand { Course = static (name, _) => name == "inverter.state" ? Observed.Of((long)InverterState.Normal) : Observed.Of(38_000) };

            Assert.Equal(last, Run(stand, $"  - at: 2 s\n    expect: [{expectations}]\n")[^1].Verdict);
        }

        [Theory]
        [InlineData("never: {that: inverter.soc, is-not: unknown}", Verdict.NotObservable)]
        [InlineData("never: {that: inverter.state, is-not: waiting}", Verdict.NotObservable)]
        [InlineData("never: {that: inverter.state, is: normal}", Verdict.Failed)]
        public void AnInverterJustSwitchedOn_IsNotThereForNeverEither(string expectation, Verdict verdict)
        {
            var stand = new PlayedStand { Course = static (_, _) => Observed.Of((long)InverterState.Normal) };

            Assert.Equal(verdict, Assert.Single(Run(stand, $"  - at: 2 s\n    {expectation}\n")).Verdict);
        }

        [Theory]
        [InlineData("is: normal, within: 700 ms, for: 5 s", "why it is hidden", Verdict.NotObservable)]
        [InlineData("is: shutdown", "why it is hidden", Verdict.NotObservable)]
        [InlineData("is: normal, within: 700 ms, for: 5 s", "", Verdict.Failed)]
        public void WhatTheRegistersDoNotTell_IsNotJudged(string condition, string means, Verdict verdict)
        {
            var stand = new PlayedStand { Sight = _ => new ObservationLimits(LagMilliseconds, 0, "") { UnknownMeans = means } };

            ExpectationResult result = Assert.Single(Run(stand, $"  - at: 2 s\n    expect: {{that: inverter.state, {condition}}}\n"));

            Assert.Equal(verdict, result.Verdict);
            Assert.EndsWith(means, result.Seen, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("is: -150 CEL, tolerance: 0.2 CEL", Verdict.NotObservable)]
        [InlineData("below: -120 CEL", Verdict.NotObservable)]
        [InlineData("is: -99 CEL", Verdict.Failed)]
        [InlineData("at-most: -99 CEL", Verdict.Passed)]
        [InlineData("above: 6500 CEL", Verdict.NotObservable)]
        public void WhatTheRegisterCannotCarry_IsNotJudged(string condition, Verdict verdict)
        {
            RegisterObservable row = RegisterObservables.Find("temperature", true, out _)!;
            var stand = new PlayedStand { Course = static (_, _) => Observed.Of(-100_000), Sight = _ => row.LimitsWith(0) };

            Assert.Equal(verdict, Assert.Single(Run(stand, $"  - at: 2 s\n    expect: {{that: inverter.temperature, {condition}}}\n")).Verdict);
        }

        // At 4.5 s the limit is still the old one; the registers may show it for 1.3 s more, and the new one soon after.
        [Theory]
        [InlineData("is: 400 A", 5000, Verdict.Passed)]
        [InlineData("is: 400 A", 7000, Verdict.Passed)]
        [InlineData("is: 400 A", 4400, Verdict.Failed)]
        [InlineData("is: 100 A", 5700, Verdict.Passed)]
        [InlineData("is: 100 A", 6000, Verdict.Failed)]
        [InlineData("is: 400 A, for: 1 s", 5000, Verdict.Passed)]
        [InlineData("is: 400 A, for: 1 s", 4400, Verdict.Failed)]
        [InlineData("is: 400 A, for: 200 ms", 4400, Verdict.NotObservable)]
        [InlineData("is: 400 A, for: 200 ms", 5000, Verdict.Passed)]
        [InlineData("is: 100 A, within: 500 ms, for: 1 s", 6200, Verdict.Passed)]
        [InlineData("is: 100 A, within: 500 ms, for: 1 s", 6400, Verdict.Failed)]
        public void AMomentThatIsSeenLate_IsJudgedByAnythingSeenInTime(string condition, long changeMilliseconds, Verdict verdict)
        {
            var stand = new PlayedStand
            {
                Course = (_, now) => Observed.Of(now < changeMilliseconds ? 400_000 : 100_000),
                Sight = _ => new ObservationLimits(LagMilliseconds, 0, ""),
            };

            Assert.Equal(verdict, Assert.Single(Run(stand, $"  - at: 4.5 s\n    expect: {{that: inverter.ccl, {condition}}}\n  - at: 8 s\n    note: x\n")).Verdict);
        }

        // A register of 0.01 A that shows 0 says nothing of 4 mA.
        [Theory]
        [InlineData("never", "above: 0 A", 0, Verdict.Passed)]
        [InlineData("never", "above: 0 A", 10, Verdict.Failed)]
        [InlineData("never", "at-most: -100 A", -100_000, Verdict.Passed)]
        [InlineData("never", "at-most: -100 A", -100_010, Verdict.Failed)]
        [InlineData("expect", "below: 0 A", 0, Verdict.Passed)]
        [InlineData("expect", "below: 0 A", 10, Verdict.Failed)]
        public void AStepOfTheRegister_IsCountedInFavourOfTheInverter(string section, string condition, long milliamps, Verdict verdict)
        {
            var stand = new PlayedStand { Course = (_, _) => Observed.Of(milliamps), Sight = _ => new ObservationLimits(0, 5, "") };

            Assert.Equal(verdict, Assert.Single(Run(stand, $"  - at: 2 s\n    {section}: {{that: inverter.current, {condition}}}\n")).Verdict);
        }

        // What is done at a full second is done before the burst of that second; what a third node sends has its time on the bus.
        [Fact]
        public void Actions_AreDoneSoMuchEarlierThatTheyAreDoneInTime()
        {
            var stand = new PlayedStand { ActionLeadMilliseconds = 40 };

            Run(stand, "  - at: 0 s\n    do: \"OUTP OFF\"\n  - at: 4 s\n    do: \"OUTP ON\"\n    send: {frame: \"110#00\", every: 1 s, for: 2 s}\n  - at: 8 s\n    expect: {that: bank.soc, is: unknown}\n");

            Assert.Equal([(-40L, "OUTP OFF"), (3960L, "OUTP ON"), (4000L, "send"), (5000L, "send"), (6000L, "send")], stand.Done);
        }

        // A twin tells of what it was late by from 50 ms on; a board is not late.
        [Theory]
        [InlineData(50, 1038, Verdict.NotObservable)]
        [InlineData(50, 960, Verdict.NotObservable)]
        [InlineData(50, 1060, Verdict.Failed)]
        [InlineData(0, 1038, Verdict.Failed)]
        [InlineData(50, 1004, Verdict.Passed)]
        public void ATimeFinerThanTheBanksMachineKeeps_IsNotJudged(int untoldMilliseconds, long periodMilliseconds, Verdict verdict)
        {
            var stand = new PlayedStand { Course = (_, _) => Observed.Of(periodMilliseconds), UntoldLatenessMilliseconds = untoldMilliseconds };

            ExpectationResult result = Assert.Single(Run(stand, "  - at: 2 s\n    expect: {that: frame.351.period, is: 1 s, tolerance: 5 ms, for: 5 s}\n"));

            Assert.Equal(verdict, result.Verdict);
        }

        [Fact]
        public void WhatOnlyAHandSets_MakesAFailureDoubtfulAndAPassCount()
        {
            var stand = new PlayedStand
            {
                Course = static (_, _) => Observed.Of(38_000),
                Conditions = new InverterConditions([], ["modbus-sn 2"], [], ["modbus-sn 2"], []),
            };

            IReadOnlyList<ExpectationResult> results = Run(stand, "  - at: 2 s\n    expect: [{that: inverter.current, is: 0 A}, {that: inverter.current, is: 38 A}]\n");

            Assert.Equal([Verdict.NotObservable, Verdict.Passed], results.Select(static one => one.Verdict));
            Assert.Contains("modbus-sn 2; confirm it with --by-hand", results[0].Seen, StringComparison.Ordinal);
        }

        private static IReadOnlyList<ExpectationResult> Run(PlayedStand stand, string timeline)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", "name: X\nbank: {batteries: 2}\ntimeline:\n" + timeline);
            Assert.Empty(document.Diagnostics);
            ScenarioResult result = ScenarioRunner.Run(
                Assert.Single(document.Cases), new RunOptions { StandFactory = () => stand }, CancellationToken.None);
            Assert.Null(result.Problem);
            return result.Expectations;
        }
    }
}
