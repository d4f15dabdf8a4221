using System;
using System.Collections.Generic;
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
            string trimmed = text.Trim();
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
        public override JsonObject ToSchema()
        {
            var words = new JsonArray();
            foreach (string word in _words)
            {
                words.Add(word);
            }

            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = words },
                    new JsonObject { ["type"] = "string", ["pattern"] = ParameterPattern }),
            };
        }
    }
}
