using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Schema;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>The JSON Schema of scenario files, made from the same tables as the reader.</summary>
    public static class ScenarioSchema
    {
        private static readonly JsonSerializerOptions Layout = new()
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };

        /// <summary>The schema, draft-07, indented, ended by a line feed.</summary>
        public static string Write()
        {
            var schema = new JsonObject
            {
                ["$schema"] = "http://json-schema.org/draft-07/schema#",
                ["title"] = "BatterySim scenario",
                ["description"] = "One situation between a battery bank and a Sol-Ark, with what is expected of both.",
                ["type"] = "object",
                ["required"] = new JsonArray("name"),
                ["additionalProperties"] = false,
                ["properties"] = Properties(),
                ["definitions"] = Definitions(),
            };
            return schema.ToJsonString(Layout) + "\n";
        }

        private static JsonObject Definitions()
        {
            var definitions = new JsonObject
            {
                ["bank"] = SetupSchema.Bank(),
                ["inverter"] = SetupSchema.Inverter(),
                ["step"] = TimelineSchema.Step(),
                ["sabotage"] = TimelineSchema.Sabotage(),
                ["expectation"] = ExpectationSchema.Expectation(),
                ["observable"] = ExpectationSchema.Observable(),
                ["operand"] = ExpectationSchema.Operand(),
                ["time"] = Form.Time.ToSchema(),
            };
            ActionSchema.AddTo(definitions);
            return definitions;
        }

        private static JsonObject Properties()
        {
            return new JsonObject
            {
                ["name"] = Described(Form.Text.ToSchema(), "What is shown, one sentence."),
                ["description"] = Described(Form.Text.ToSchema(), "What it is about."),
                ["source"] = Described(Form.Text.ToSchema(), "Where the expectation comes from."),
                ["tags"] = Described(Pieces.OneOrMany(Form.Text.ToSchema()), "Words to filter by."),
                ["include"] = Described(
                    Pieces.OneOrMany(new JsonObject { ["type"] = "string", ["pattern"] = "\\.setup\\.yaml$" }),
                    "Shared set-ups, relative to this file; what this file says wins."),
                ["seed"] = Described(DocumentReader.SeedForm.ToSchema(), "Start of everything random."),
                ["bank"] = Pieces.Reference("bank"),
                ["inverter"] = Pieces.Reference("inverter"),
                ["parameters"] = Described(
                    new JsonObject { ["type"] = "object", ["additionalProperties"] = Pieces.OneOrMany(Pieces.Scalar()) },
                    "Lists of values; every combination is a case. <name> stands for the value anywhere below."),
                ["table"] = Described(
                    new JsonObject
                    {
                        ["type"] = "array",
                        ["minItems"] = 1,
                        ["items"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Pieces.Scalar() },
                    },
                    "Rows of values with the same keys; every row is a case, called by its 'case' if it has one."),
                ["matrix"] = Described(
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["patternProperties"] = new JsonObject { ["^(bank\\..+|inverter\\..+|seed)$"] = Pieces.OneOrMany(Pieces.Scalar()) },
                        ["additionalProperties"] = false,
                    },
                    "Settings such as bank.profile, inverter.model or seed, each with its values; every combination is a case."),
                ["end"] = Described(Form.Time.ToSchema(), "When it ends; left out, 1 s after the last thing that the timeline needs."),
                ["timeline"] = Described(
                    new JsonObject { ["type"] = "array", ["items"] = Pieces.Reference("step") }, "What is done and what is expected, by time."),
                ["sabotage"] = Described(
                    Pieces.OneOrMany(Pieces.Reference("sabotage")), "Ways to break bank or bench with which the scenario must fail."),
            };
        }

        private static JsonObject Described(JsonObject schema, string help) => Pieces.Described(schema, help);
    }
}
