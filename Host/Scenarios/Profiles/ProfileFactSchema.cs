using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>JSON Schema of <c>dialect</c> and <c>start</c> of profile files.</summary>
    internal static class ProfileFactSchema
    {
        /// <summary>The schema of <c>dialect</c>.</summary>
        public static JsonObject Dialect()
        {
            var properties = new JsonObject();
            foreach ((string key, string meaning) in ProfileDialectKeys.All)
            {
                properties[key] = Fact(meaning, Scalar());
            }

            properties[ProfileDialectKeys.Frames] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "What single frames have of their own, by identifier.",
                ["additionalProperties"] = false,
                ["patternProperties"] = new JsonObject { ["^([0-9A-Fa-f]{3}|[0-9A-Fa-f]{8})$"] = Frame() },
            };
            return Block("How the battery speaks.", properties);
        }

        /// <summary>The schema of <c>start</c>.</summary>
        public static JsonObject Start()
        {
            var properties = new JsonObject();
            foreach ((string key, string meaning, decimal minimum, decimal maximum) in ProfileStartKeys.All)
            {
                properties[key] = Fact(meaning, new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "number", ["minimum"] = minimum, ["maximum"] = maximum },
                        new JsonObject { ["type"] = "string", ["pattern"] = "^-?[0-9.]+$" }),
                });
            }

            return Block("What the bank is like at the start; options of a run go before it.", properties);
        }

        private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

        private static JsonObject Number() => new() { ["type"] = "integer", ["minimum"] = 0 };

        private static JsonObject Block(string description, JsonObject properties)
        {
            return new JsonObject { ["type"] = "object", ["description"] = description, ["additionalProperties"] = false, ["properties"] = properties };
        }

        private static JsonObject Fact(string description, JsonObject value)
        {
            JsonObject properties = Marked();
            properties["value"] = value.DeepClone();
            JsonObject block = Block(description, properties);
            block["required"] = new JsonArray("value");
            return new JsonObject { ["description"] = description, ["anyOf"] = new JsonArray(value, block) };
        }

        private static JsonObject Frame()
        {
            JsonObject properties = Marked();
            properties["length"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 8 };
            properties["bytes"] = new JsonObject { ["type"] = "string", ["pattern"] = "^(([0-9A-Fa-f]{2}|\\.\\.) ?){0,8}$" };
            properties["startMilliseconds"] = Number();
            properties["periodMilliseconds"] = Number();
            return Block("One frame.", properties);
        }

        private static JsonObject Marked()
        {
            var marks = new JsonArray();
            foreach (string mark in ProfileWords.Marks)
            {
                marks.Add((JsonNode)mark);
            }

            return new JsonObject { ["provenance"] = new JsonObject { ["enum"] = marks }, ["source"] = new JsonObject { ["type"] = "string" } };
        }
    }
}
