using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>Profiles for programs: numbers are raw, in the unit that the key's name ends with.</summary>
    internal static class ProfileJson
    {
        // The text goes to a file or a pipe, never into HTML: no need to hide <, > and +.
        private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        /// <summary>An array of the profiles without their values.</summary>
        public static void WriteList(TextWriter output, IReadOnlyList<BatteryProfile> profiles)
        {
            JsonArray array = new([.. profiles.Select(static profile => (JsonNode)Head(profile))]);
            output.WriteLine(array.ToJsonString(Layout));
        }

        /// <summary>One profile with all its values.</summary>
        public static void WriteFull(TextWriter output, BatteryProfile profile)
        {
            JsonObject head = Head(profile);
            head["values"] = new JsonArray([.. ProfileText.Values(profile).Select(static value => Value(value))]);
            output.WriteLine(head.ToJsonString(Layout));
        }

        private static JsonObject Head(BatteryProfile profile)
        {
            return new JsonObject
            {
                ["name"] = profile.Name,
                ["title"] = profile.Title,
                ["default"] = profile.Name == ProfileCatalogue.DefaultName,
                ["caveat"] = profile.Caveat,
                ["cellCount"] = profile.NumberOf(ProfileKey.CellCount),
                ["capacityMilliampereHours"] = profile.NumberOf(ProfileKey.CapacityMilliampereHours),
                ["batteriesMax"] = profile.NumberOf(ProfileKey.BatteriesMax),
                ["documentedCount"] = ProfileText.Count(profile, Provenance.Documented),
                ["familyCount"] = ProfileText.Count(profile, Provenance.Family),
                ["assumedCount"] = ProfileText.Count(profile, Provenance.Assumed),
            };
        }

        private static JsonObject Value(ProfileValue value)
        {
            return new JsonObject
            {
                ["key"] = JsonNamingPolicy.CamelCase.ConvertName(value.Key.ToString()),
                ["label"] = ProfileKeyNames.Of(value.Key).Label,
                ["value"] = value.Text is null ? JsonValue.Create(value.Number) : JsonValue.Create(value.Text),
                ["provenance"] = ProfileValueText.Word(value.Provenance),
                ["source"] = value.Source,
            };
        }
    }
}
