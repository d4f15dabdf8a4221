using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>Pieces of JSON Schema that occur again and again.</summary>
    internal static class Pieces
    {
        /// <summary>A parameter in a key or a value: &lt;id&gt;.</summary>
        public const string ParameterPattern = "<[A-Za-z][A-Za-z0-9_-]*>";

        /// <summary>A schema with a sentence for whoever edits.</summary>
        public static JsonObject Described(JsonObject schema, string help)
        {
            schema["description"] = help;
            return schema;
        }

        /// <summary>One of something, or a list of it.</summary>
        public static JsonObject OneOrMany(JsonObject schema)
        {
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone() }),
            };
        }

        /// <summary>A definition of the same schema.</summary>
        public static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

        /// <summary>Any single value.</summary>
        public static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

        /// <summary>A block of named keys and of keys with a parameter in them, whose value only the reader can judge.</summary>
        public static JsonObject Block(JsonObject properties)
        {
            return new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = properties,
                ["patternProperties"] = new JsonObject { [ParameterPattern] = true },
            };
        }

        /// <summary>Holds for a block in which a key has a parameter in it.</summary>
        public static JsonObject HasParameterKey()
        {
            var without = new JsonObject { ["not"] = new JsonObject { ["pattern"] = ParameterPattern } };
            return new JsonObject { ["not"] = new JsonObject { ["propertyNames"] = without } };
        }
    }
}
