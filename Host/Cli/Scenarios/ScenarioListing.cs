using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Says which scenarios there are.</summary>
    internal static class ScenarioListing
    {
        // The text goes to a file or a pipe, never into HTML: no need to hide <, > and +.
        private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        /// <summary>For people: a line for each file, in columns.</summary>
        public static void WriteText(TextWriter output, IReadOnlyList<ScenarioDocument> documents)
        {
            int width = documents.Count == 0 ? 0 : documents.Max(static document => document.Path.Length);
            foreach (ScenarioDocument document in documents)
            {
                string cases = document.Diagnostics.Count > 0
                    ? "invalid"
                    : document.Cases.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{document.Cases.Count} cases");
                string tags = document.Tags.Count == 0 ? "" : $"  [{string.Join(", ", document.Tags)}]";
                output.WriteLine($"{document.Path.PadRight(width)}  {cases,-9}  {document.Name}{tags}".TrimEnd());
            }

            int count = documents.Sum(static document => document.Cases.Count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} files, {count} cases"));
        }

        /// <summary>How many expectations a bench can see.</summary>
        public static void WriteBench(TextWriter output, IReadOnlyList<ScenarioDocument> documents)
        {
            BenchSight sight = BenchSight.Of(documents.SelectMany(static document => document.Cases));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"on a bench {sight.HiddenWithoutModbus} of {sight.Expectations} expectations are not observable, {sight.HiddenWithModbus} with --modbus"));
        }

        /// <summary>For programs: an array of the files with their cases; times in ms.</summary>
        public static void WriteJson(TextWriter output, IReadOnlyList<ScenarioDocument> documents)
        {
            JsonArray array = new([.. documents.Select(static document => (JsonNode)Node(document))]);
            output.WriteLine(array.ToJsonString(Layout));
        }

        private static JsonObject Node(ScenarioDocument document)
        {
            return new JsonObject
            {
                ["path"] = document.Path,
                ["name"] = document.Name,
                ["description"] = document.Description,
                ["source"] = document.Source,
                ["tags"] = Texts(document.Tags),
                ["cases"] = new JsonArray([.. document.Cases.Select(static one => Node(one))]),
                ["problems"] = Texts(document.Diagnostics.Select(static problem => problem.ToString())),
            };
        }

        private static JsonObject Node(ScenarioCase one)
        {
            return new JsonObject
            {
                ["case"] = one.Label,
                ["name"] = one.Name,
                ["seed"] = one.Seed,
                ["endMilliseconds"] = one.EndMilliseconds,
                ["sabotages"] = Texts(one.Sabotages),
            };
        }

        private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];
    }
}
