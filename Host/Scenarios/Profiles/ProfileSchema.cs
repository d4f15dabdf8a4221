using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>The JSON Schema of profile files, made from the same tables as the reader.</summary>
    public static class ProfileSchema
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
            var values = new JsonObject();
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                values[ProfileKeyNames.InFile(key)] = Row(key);
            }

            var schema = new JsonObject
            {
                ["$schema"] = "http://json-schema.org/draft-07/schema#",
                ["title"] = "BatterySim profile",
                ["description"] = "One battery product, every value with its provenance and source.",
                ["type"] = "object",
                ["required"] = new JsonArray("name"),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject
                {
                    ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,40}$" },
                    ["title"] = new JsonObject { ["type"] = "string", ["description"] = "Product name for people." },
                    ["caveat"] = new JsonObject { ["type"] = "string", ["description"] = "What a user must know before trusting it." },
                    ["extends"] = new JsonObject { ["enum"] = Words(ProfileCatalogue.Names), ["description"] = "What is left out is as in this one." },
                    ["values"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = values },
                    ["dialect"] = ProfileFactSchema.Dialect(),
                    ["start"] = ProfileFactSchema.Start(),
                },
            };
            return schema.ToJsonString(Layout) + "\n";
        }

        private static JsonObject Row(ProfileKey key)
        {
            return new JsonObject
            {
                ["description"] = ProfileKeyNames.Of(key).Label,
                ["anyOf"] = new JsonArray(
                    Value(key),
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("value"),
                        ["additionalProperties"] = false,
                        ["properties"] = new JsonObject
                        {
                            ["value"] = Value(key),
                            ["provenance"] = new JsonObject { ["enum"] = Words(ProfileWords.Marks) },
                            ["source"] = new JsonObject { ["type"] = "string" },
                        },
                    }),
            };
        }

        private static JsonObject Value(ProfileKey key)
        {
            if (ProfileWords.ChoicesOf(key) is string[] choices)
            {
                return new JsonObject { ["enum"] = Words(choices) };
            }

            if (ProfileWords.IsText(key))
            {
                return new JsonObject { ["type"] = "string", ["minLength"] = 1 };
            }

            (int min, int max) = ProfileWords.BoundsOf(key);
            ProfileKeyName name = ProfileKeyNames.Of(key);
            var number = new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
            return name.IsYesNo ? new JsonObject { ["anyOf"] = new JsonArray(number, new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) }) }
                : name.Unit.Length == 0 ? number
                : new JsonObject
                {
                    ["anyOf"] = new JsonArray(number, new JsonObject { ["type"] = "string", ["pattern"] = $"^-?[0-9.]+ ?{name.Unit}$" }),
                };
        }

        private static JsonArray Words(string[] words)
        {
            var array = new JsonArray();
            foreach (string word in words)
            {
                array.Add((JsonNode)word);
            }

            return array;
        }
    }
}
