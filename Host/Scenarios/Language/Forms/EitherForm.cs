using System.Text.Json.Nodes;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>A value of one form or of another.</summary>
    internal sealed class EitherForm : ValueForm
    {
        private readonly ValueForm _first;
        private readonly ValueForm _second;

        /// <param name="first">Tried first: words.</param>
        /// <param name="second">What is meant by anything else; its message is the one that is given.</param>
        public EitherForm(ValueForm first, ValueForm second)
        {
            _first = first;
            _second = second;
        }

        /// <inheritdoc/>
        public override string Expected => $"{_second.Expected}, or {_first.Expected}";

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            if (_first.Read(text, out value) == null)
            {
                return null;
            }

            string? problem = _second.Read(text, out value);
            return problem == null ? null : $"{problem}; or {_first.Expected}";
        }

        /// <inheritdoc/>
        public override string Format(long number) => _first.Format(number);

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            return new JsonObject { ["anyOf"] = new JsonArray(_first.ToSchema(), _second.ToSchema()) };
        }
    }
}
