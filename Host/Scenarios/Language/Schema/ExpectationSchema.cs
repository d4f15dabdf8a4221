using System.Collections.Generic;
using System.Text.Json.Nodes;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>Expectations and what they look at.</summary>
    internal static class ExpectationSchema
    {
        /// <summary>An expectation.</summary>
        public static JsonObject Expectation()
        {
            var properties = new JsonObject
            {
                ["that"] = Pieces.Reference("observable"),
                ["query"] = Pieces.Described(new JsonObject { ["type"] = "string" }, "Question to the instrument, with 'that: scpi'."),
                ["tolerance"] = Pieces.Described(Pieces.Scalar(), "How far a number may be off, with 'is'."),
                ["within"] = Pieces.Described(Form.Time.ToSchema(), "Has to become so within this time; left out: is so now."),
                ["for"] = Pieces.Described(Form.Time.ToSchema(), "Then has to stay so for this time."),
                ["until"] = Pieces.Described(
                    new JsonObject { ["anyOf"] = new JsonArray(Form.Time.ToSchema(), Pieces.Reference("expectation")) },
                    "Has to stay so until this time on the clock, or until this happens."),
            };
            var comparisons = new JsonArray();
            foreach (string word in ConditionReader.Words)
            {
                properties[word] = word == "between"
                    ? new JsonObject { ["type"] = "array", ["items"] = Pieces.Scalar(), ["minItems"] = 2, ["maxItems"] = 2 }
                    : Pieces.Reference("operand");
                comparisons.Add((JsonNode)new JsonObject { ["required"] = new JsonArray(word) });
            }

            comparisons.Add((JsonNode)Pieces.HasParameterKey());
            JsonObject schema = Pieces.Block(properties);
            schema["required"] = new JsonArray("that");
            schema["oneOf"] = comparisons;
            return schema;
        }

        /// <summary>What stands behind a comparison: a value with its unit, a word, or a list of words.</summary>
        public static JsonObject Operand()
        {
            var words = new List<string> { "none", "unknown", "on", "off" };
            List<ObservableRow> rows = [.. Observables.Inverter, .. Observables.Bank, .. Observables.Battery, .. Observables.Bus];
            foreach (ObservableRow row in rows)
            {
                foreach (string word in row.Kind.NamedWords())
                {
                    if (!words.Contains(word))
                    {
                        words.Add(word);
                    }
                }
            }

            var examples = new JsonArray();
            foreach (string word in words)
            {
                examples.Add((JsonNode)word);
            }

            JsonObject one = Pieces.Scalar();
            one["examples"] = examples;
            return new JsonObject
            {
                ["description"] = "A number with its unit (0 A, 52.8 V, 990 ms, 55 %), a word, or a list of words.",
                ["anyOf"] = new JsonArray(one, new JsonObject { ["type"] = "array", ["items"] = Pieces.Scalar() }),
            };
        }

        /// <summary>What can be looked at.</summary>
        public static JsonObject Observable()
        {
            var choices = new JsonArray();
            AddConstants(choices, "inverter", Observables.Inverter);
            AddConstants(choices, "bank", Observables.Bank);
            AddConstants(choices, "reply", Observables.Reply);
            AddConstants(choices, "bus", Observables.Bus);
            choices.Add((JsonNode)Choice("const", "scpi", Observables.Scpi.Help + " It stands beside as 'query'."));
            foreach (ObservableRow row in Observables.Battery)
            {
                choices.Add((JsonNode)Choice("pattern", $"^battery\\.([0-9]+|.*<.*>.*)\\.{row.Name}$", $"{row.Help} ({row.Kind.Description})"));
            }

            string names = string.Join('|', FrameNames());
            choices.Add((JsonNode)Choice(
                "pattern", $"^frame\\.([0-9A-Fa-f]{{3}}|[0-9A-Fa-f]{{8}}|.*<.*>.*)\\.({names}|.*<.*>.*)$", "What is seen of a frame on the bus, or one of its signals."));
            choices.Add((JsonNode)Choice("pattern", Pieces.ParameterPattern, "A name with a parameter in it."));
            return Pieces.Described(new JsonObject { ["anyOf"] = choices }, "What is looked at.");
        }

        private static void AddConstants(JsonArray choices, string family, IReadOnlyList<ObservableRow> rows)
        {
            foreach (ObservableRow row in rows)
            {
                choices.Add((JsonNode)Choice("const", $"{family}.{row.Name}", $"{row.Help} ({row.Kind.Description})"));
                if (row.Signal != null)
                {
                    choices.Add((JsonNode)Choice("const", $"{family}.{row.Signal}", $"{row.Help} ({row.Kind.Description})"));
                }
            }
        }

        private static JsonObject Choice(string keyword, string value, string help)
        {
            JsonObject choice = keyword == "pattern" ? new JsonObject { ["type"] = "string" } : [];
            choice[keyword] = value;
            return Pieces.Described(choice, help);
        }

        private static SortedSet<string> FrameNames()
        {
            var names = new SortedSet<string>(System.StringComparer.Ordinal);
            foreach (ObservableRow row in Observables.Frame)
            {
                names.Add(row.Name);
            }

            foreach (DecodeDialect dialect in DecodeDialects.All)
            {
                foreach (MessageDefinition message in dialect.Messages)
                {
                    foreach (Protocol.SignalDefinition signal in message.Signals)
                    {
                        names.Add(signal.Name);
                    }
                }
            }

            return names;
        }
    }
}
