using System.Globalization;
using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>A text.</summary>
    internal sealed class TextForm : ValueForm
    {
        private readonly int _lengthMax;
        private readonly bool _isAscii;

        /// <param name="lengthMax">Most characters.</param>
        /// <param name="isAscii">True for printable ASCII without double quotes, as the instrument takes it.</param>
        public TextForm(int lengthMax, bool isAscii = false)
        {
            _lengthMax = lengthMax;
            _isAscii = isAscii;
        }

        /// <inheritdoc/>
        public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a text of up to {_lengthMax} characters");

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            value = new FormValue(0, text, "\"" + text + "\"", default);
            if (text.Length > _lengthMax)
            {
                return $"'{QuantityKind.Shorten(text)}' has more than {_lengthMax} characters";
            }

            foreach (char character in text)
            {
                if (_isAscii && (character is < ' ' or > '~' or '"'))
                {
                    return $"'{QuantityKind.Shorten(text)}' holds a character that is not printable ASCII, or a double quote";
                }
            }

            return null;
        }

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            return new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        }
    }
}
