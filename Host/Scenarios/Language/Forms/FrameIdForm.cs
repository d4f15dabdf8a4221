using System;
using System.Globalization;
using System.Text.Json.Nodes;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>An 11-bit identifier in hexadecimal digits, with or without 0x.</summary>
    internal sealed class FrameIdForm : ValueForm
    {
        /// <inheritdoc/>
        public override string Expected => "a frame's identifier in hexadecimal digits such as 351";

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            string digits = text.Trim();
            digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
            if (digits.Length is 0 or > 3
                || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id) || id > CanFrame.StandardIdMax)
            {
                value = default;
                return $"'{QuantityKind.Shorten(text)}' is not {Expected}";
            }

            string name = id.ToString("X3", CultureInfo.InvariantCulture);
            value = new FormValue(id, name, "#H" + name, default);
            return null;
        }

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "integer" },
                    new JsonObject { ["type"] = "string", ["pattern"] = "^(0x)?[0-9A-Fa-f]{1,3}$|" + ParameterPattern }),
            };
        }
    }
}
