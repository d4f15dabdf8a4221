using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>A whole number in a range, in decimal or as 0x and hexadecimal digits.</summary>
    internal sealed class CountForm : ValueForm
    {
        private readonly long _min;
        private readonly long _max;

        public CountForm(long min, long max)
        {
            _min = min;
            _max = max;
        }

        /// <inheritdoc/>
        public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {_min} to {_max}");

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            value = default;
            string trimmed = text.Trim();
            bool isHex = trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            bool isNumber = isHex
                ? long.TryParse(trimmed.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long number)
                : long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            if (!isNumber || number < _min || number > _max)
            {
                return $"'{QuantityKind.Shorten(text)}' is not {Expected}";
            }

            string written = number.ToString(CultureInfo.InvariantCulture);
            value = new FormValue(number, written, written, default);
            return null;
        }

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "integer", ["minimum"] = _min, ["maximum"] = _max },
                    new JsonObject { ["type"] = "string", ["pattern"] = "^-?[0-9]+$|^0[xX][0-9A-Fa-f]+$|" + ParameterPattern }),
            };
        }
    }
}
