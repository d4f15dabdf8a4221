using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Tests.Modbus;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>Whether the inverter of a bench is what a scenario begins with, read from the registers of a real Sol-Ark 8K.</summary>
    public class InverterConditionsTests
    {
        // That 8K: no grid, 369 W of load, no sun, 360 Ah, 100 A both ways, Shutdown 20 %, Restart 21 %, Low Batt 35 %.
        private const string AsItIs =
            "model: 8K, load: 369 W, grid: off, battery-capacity: 360 Ah, max-a-charge: 100 A, max-a-discharge: 100 A, shutdown: 20 %, restart: 21 %, low-batt: 35 %";

        [Fact]
        public void Of_TheInverterIsAsTheFileHasIt_NothingDiffers()
        {
            InverterConditions conditions = Of(AsItIs);

            Assert.Empty(conditions.Differing);
            Assert.Empty(conditions.Unchecked);
        }

        [Theory]
        [InlineData("model: 8K", "model: 12K", "model 12K, the inverter is a 8K")]
        [InlineData("load: 369 W", "load: 2 kW", "load 2000 W, register 178 says 369 W")]
        [InlineData("load: 369 W", "load: 0 W", "load 0 W, register 178 says 369 W")]
        [InlineData("load: 369 W", "load: 400 W", null)]
        [InlineData("grid: off", "grid: on", "grid on, register 150 says 5.0 V")]
        [InlineData("360 Ah", "200 Ah", "battery-capacity 200 Ah, register 204 says 360 Ah")]
        [InlineData("max-a-charge: 100 A", "max-a-charge: 101 A", "max-a-charge 101 A, register 210 says 100 A")]
        [InlineData("shutdown: 20 %", "shutdown: 10 %", "shutdown 10 %, register 217 says 20 %")]
        [InlineData("low-batt: 35 %", "low-batt: 20 %", "low-batt 20 %, register 219 says 35 %")]
        [InlineData("grid: off", "grid: off, sell: on", "sell on, register 244 says off")]
        [InlineData("grid: off", "grid: off, quirks: {own-soc: on}", "quirk own-soc on, which certify tells and no register")]
        [InlineData("grid: off", "grid: off, quirks: {own-soc: off}", null)]
        [InlineData("grid: off", "grid: off, quirks: {mandatory-frames: [351, 355, 356, 35C]}", "quirk mandatory-frames, which certify tells and no register")]
        [InlineData("grid: off", "grid: off, quirks: {mandatory-frames: [351, 355, 356]}", null)]
        public void Of_OneThingIsOtherwise_IsNamedWithItsRegister(string old, string given, string? difference)
        {
            Assert.Contains(old, AsItIs, StringComparison.Ordinal);
            InverterConditions conditions = Of(AsItIs.Replace(old, given, StringComparison.Ordinal));

            Assert.Equal(difference is null ? [] : [difference], conditions.Differing);
            Assert.Empty(conditions.Doubtful);
        }

        [Fact]
        public void Of_WhatNoRegisterShows_IsListedForAPerson()
        {
            InverterConditions conditions = Of(AsItIs + ", solar: 3 kW, grid-reconnect: 30 s, bms-err-stop: on");

            Assert.Equal(["grid-reconnect 30 s", "bms-err-stop on", "solar 3000 W"], conditions.Unchecked);
            Assert.Empty(conditions.Differing);
        }

        // What an inverter has without a hand needs none.
        [Theory]
        [InlineData("modbus-sn: 2", "modbus-sn 2")]
        [InlineData("parallel: 2", "parallel 2")]
        [InlineData("bms-err-stop: off", "bms-err-stop off")]
        [InlineData("bms-err-stop: on", null)]
        [InlineData("modbus-sn: 1", null)]
        [InlineData("grid-reconnect: 31 s", "grid-reconnect 31 s")]
        [InlineData("shutdown: 20 %", null)]
        [InlineData("solar: 3 kW", null)]
        public void Of_WhatOnlyAHandSets_IsListedUntilAPersonConfirmsIt(string given, string? byHand)
        {
            InverterConditions conditions = Of($"{AsItIs.Replace(", shutdown: 20 %", "", StringComparison.Ordinal)}, {given}");

            Assert.Equal(byHand is null ? [] : [byHand], conditions.ByHand);
            Assert.Equal(byHand is not null, conditions.Doubt?.Contains("--by-hand", StringComparison.Ordinal) == true);
            Assert.Empty(Of($"{AsItIs.Replace(", shutdown: 20 %", "", StringComparison.Ordinal)}, {given}", given.Split(':')[0]).ByHand);
        }

        [Fact]
        public void Marks_NameEverythingThatIsNotAsItShouldBe()
        {
            string[] marks = [.. Of("modbus-sn: 2").Marks];

            Assert.Contains(marks, static mark => mark.Contains("without --by-hand: modbus-sn 2", StringComparison.Ordinal));
            Assert.Contains(marks, static mark => mark.StartsWith("not given in the file, so that nothing counts as failed: load 0 W", StringComparison.Ordinal));
            Assert.Contains(marks, static mark => mark.StartsWith("not given in the file, and other than without it: ", StringComparison.Ordinal));
            Assert.Contains(marks, static mark => mark.StartsWith("not checked, set by hand: modbus-sn 2", StringComparison.Ordinal));
        }

        [Fact]
        public void Of_LeftOutInTheFile_AndOtherThanWithoutIt_IsTold()
        {
            InverterConditions conditions = Of("load: 369 W, grid: off");

            Assert.Contains("shutdown 10 %, register 217 says 20 %", conditions.Unlike);
            Assert.Contains("low-batt 20 %, register 219 says 35 %", conditions.Unlike);
            Assert.Empty(conditions.Differing);
        }

        [Fact]
        public void Of_LoadAndGridLeftOutInTheFile_AndOtherThanWithout_AreDoubtful()
        {
            InverterConditions conditions = Of("shutdown: 20 %");

            Assert.Equal(["load 0 W, register 178 says 369 W", "grid on, register 150 says 5.0 V"], conditions.Doubtful);
            Assert.Empty(conditions.Differing);
        }

        [Fact]
        public void Unseen_WithoutRegisters_EverythingIsListed()
        {
            Assert.Equal(["load 2000 W", "shutdown 15 %"], InverterConditions.Unseen(PlanOf("load: 2 kW, shutdown: 15 %")).Unchecked);
        }

        private static InverterConditions Of(string inverter, params string[] confirmed)
        {
            ushort[] words = SolArk8KDump.Words;
            Dictionary<int, ushort> settings = SolArkRegisters.Rows
                .Where(static row => row.Group == RegisterGroup.Setting)
                .ToDictionary(static row => row.Address, row => words[row.Address]);
            return InverterConditions.Of(PlanOf(inverter), "8K", new InverterReading(0, 0, words), settings, confirmed);
        }

        private static SetupPlan PlanOf(string inverter)
        {
            string text = $"name: X\nbank: {{batteries: 2}}\ninverter: {{{inverter}}}\ntimeline:\n  - at: 1 s\n    expect: {{that: bank.soc, is: 50 %}}\n";
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);
            Assert.Empty(document.Diagnostics);
            return Assert.Single(document.Cases).Plan.Setup;
        }
    }
}
