using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>Pieces of JSON Schema that occur again and again.</summary>
    internal static class Pieces
    {
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

        /// <summary>A block of named keys and no others.</summary>
        public static JsonObject Block(JsonObject properties)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        }
    }
}
