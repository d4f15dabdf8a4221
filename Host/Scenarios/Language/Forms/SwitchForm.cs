using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>On or off.</summary>
    internal sealed class SwitchForm : ValueForm
    {
        private readonly string _on;
        private readonly string _off;

        /// <param name="on">Another word for on.</param>
        /// <param name="off">Another word for off.</param>
        public SwitchForm(string on = "on", string off = "off")
        {
            _on = on;
            _off = off;
        }

        /// <inheritdoc/>
        public override string Expected => $"{_on} or {_off}";

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            string word = text.Trim().ToLowerInvariant();
            bool isOn = word is "on" or "true" || word == _on;
            bool isOff = word is "off" or "false" || word == _off;
            value = new FormValue(isOn ? 1 : 0, isOn ? _on : _off, isOn ? "ON" : "OFF", default);
            return isOn || isOff ? null : $"'{QuantityKind.Shorten(text)}' is neither {_on} nor {_off}";
        }

        /// <inheritdoc/>
        public override string Format(long number) => number != 0 ? _on : _off;

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            var words = new JsonArray(_on, _off);
            if (_on != "on")
            {
                words.Add((JsonNode)"on");
                words.Add((JsonNode)"off");
            }

            words.Add((JsonNode)true);
            words.Add((JsonNode)false);
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = words },
                    new JsonObject { ["type"] = "string", ["pattern"] = ParameterPattern }),
            };
        }
    }
}
