using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Language
{
    /// <summary>The schema names what the reader takes, and the reader takes what the schema names.</summary>
    public class ScenarioSchemaTests
    {
        private static readonly JsonElement Schema = JsonDocument.Parse(ScenarioSchema.Write()).RootElement;

        [Fact]
        public void Schema_ItsTopKeys_AreTheReaders()
        {
            Assert.Equal(DocumentReader.Keys.Order(StringComparer.Ordinal), KeysOf(Schema).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void Schema_KeysOfBankAndInverter_AreKnownToTheReader()
        {
            foreach (string key in KeysOf(Definition("bank")))
            {
                AssertKnown($"name: n\nbank: {{{key}: x}}\ntimeline: []\n", key);
            }

            foreach (string key in KeysOf(Definition("inverter").GetProperty("anyOf")[0]))
            {
                AssertKnown($"name: n\ninverter: {{{key}: x}}\ntimeline: []\n", key);
            }
        }

        [Theory]
        [InlineData("bankAction", "bank")]
        [InlineData("battery", "battery 1")]
        [InlineData("wire", "wire")]
        [InlineData("frame", "frame 351")]
        [InlineData("cable", "cable")]
        [InlineData("gauge", "gauge")]
        [InlineData("inverterAction", "inverter")]
        public void Schema_KeysOfActions_AreKnownToTheReader(string definition, string action)
        {
            foreach (string key in KeysOf(Definition(definition)))
            {
                AssertKnown($"name: n\ntimeline:\n  - at: 1 s\n    {action}: {{{key}: x}}\n", key);
            }
        }

        [Fact]
        public void Schema_KeysOfSteps_AreKnownToTheReader()
        {
            foreach (string key in KeysOf(Definition("step")))
            {
                AssertKnown($"name: n\ntimeline:\n  - at: 1 s\n    {key}: x\n", key);
            }
        }

        [Fact]
        public void Schema_ItsTables_AreWhole()
        {
            HashSet<string> wire = [.. KeysOf(Definition("wire"))];
            string observables = Definition("observable").GetRawText();

            Assert.All(InstrumentKeys.Wire, key => Assert.Contains(key.Name, wire));
            Assert.All(InstrumentKeys.Wire.Where(static key => key.Signal is not null), key => Assert.Contains(key.Signal!, wire));
            Assert.All(Observables.Inverter, row => Assert.Contains($"\"inverter.{row.Name}\"", observables, StringComparison.Ordinal));
            Assert.All(Observables.Bank, row => Assert.Contains($"\"bank.{row.Name}\"", observables, StringComparison.Ordinal));
        }

        [Fact]
        public void Schema_WrittenTwice_IsTheSame()
        {
            Assert.Equal(ScenarioSchema.Write(), ScenarioSchema.Write());
            Assert.EndsWith("}\n", ScenarioSchema.Write(), StringComparison.Ordinal);
        }

        private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

        private static IEnumerable<string> KeysOf(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);

        // The value is nonsense; what matters is that the fault is about the value and not about the key.
        private static void AssertKnown(string text, string key)
        {
            Assert.DoesNotContain(
                ScenarioLoader.Read("x.yaml", text).Diagnostics, fault => fault.Message.Contains($"The key '{key}' is unknown", StringComparison.Ordinal));
        }
    }
}
