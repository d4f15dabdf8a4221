using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>One of some words.</summary>
    internal sealed class ChoiceForm : ValueForm
    {
        private readonly string[] _words;

        public ChoiceForm(params string[] words)
        {
            _words = words;
        }

        /// <summary>The words.</summary>
        public IReadOnlyList<string> Words => _words;

        /// <inheritdoc/>
        public override string Expected => "one of " + string.Join(", ", _words);

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            string trimmed = Unified(text.Trim());
            for (int index = 0; index < _words.Length; index++)
            {
                if (string.Equals(_words[index], trimmed, StringComparison.OrdinalIgnoreCase))
                {
                    value = new FormValue(index, _words[index], _words[index], default);
                    return null;
                }
            }

            value = default;
            string? nearest = NearestName.Find(trimmed, _words);
            string hint = nearest != null ? $"; did you mean '{nearest}'?" : "";
            return $"'{QuantityKind.Shorten(text)}' is not {Expected}{hint}".TrimEnd('.');
        }

        /// <inheritdoc/>
        public override string Format(long number) => _words[(int)number];

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            var words = new JsonArray();
            foreach (string word in _words)
            {
                words.Add((JsonNode)word);
                if (word is "on" or "off")
                {
                    // What YAML 1.1 makes of on and off.
                    words.Add((JsonNode)(word == "on"));
                }
                else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                {
                    words.Add((JsonNode)number);
                }
            }

            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = words },
                    new JsonObject { ["type"] = "string", ["pattern"] = ParameterPattern }),
            };
        }

        private string Unified(string text)
        {
            string word = text.ToLowerInvariant() switch { "true" => "on", "false" => "off", _ => text };
            return Array.IndexOf(_words, word) >= 0 ? word : text;
        }
    }
}
