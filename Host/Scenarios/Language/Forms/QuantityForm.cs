using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>A number with its unit, in a range.</summary>
    internal sealed class QuantityForm : ValueForm
    {
        private readonly QuantityKind _kind;
        private readonly long _min;
        private readonly long _max;

        /// <param name="kind">What it measures.</param>
        /// <param name="min">Least, in thousandths of the kind's unit.</param>
        /// <param name="max">Most, in thousandths of the kind's unit.</param>
        public QuantityForm(QuantityKind kind, long min = -Limit, long max = Limit)
        {
            _kind = kind;
            _min = min;
            _max = max;
        }

        /// <summary>A range that excludes nothing.</summary>
        public const long Limit = long.MaxValue / 4;

        /// <inheritdoc/>
        public override string Expected => $"a {_kind.Word} such as '{_kind.Example}'";

        /// <inheritdoc/>
        public override string? Read(string text, out FormValue value)
        {
            value = default;
            string? problem = _kind.Read(text, out long thousandths);
            if (problem != null)
            {
                return problem;
            }

            if (thousandths < _min || thousandths > _max)
            {
                string range = _max == Limit ? $"below {_kind.Format(_min)}" : $"outside {_kind.Format(_min)} to {_kind.Format(_max)}";
                return $"{_kind.Format(thousandths)} is {range}";
            }

            value = new FormValue(thousandths, _kind.Format(thousandths), _kind.ToScpi(thousandths), default);
            return null;
        }

        /// <inheritdoc/>
        public override string Format(long number) => _kind.Format(number);

        /// <inheritdoc/>
        public override JsonObject ToSchema()
        {
            if (_kind == QuantityKind.Plain)
            {
                return new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "number" },
                        new JsonObject { ["type"] = "string", ["pattern"] = "^[+-]?[0-9.]+$|" + ParameterPattern }),
                };
            }

            var units = new List<string>();
            foreach (string unit in _kind.Units)
            {
                units.Add(AnyCase(unit));
            }

            return new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = $"^\\s*[+-]?[0-9.]+\\s*({string.Join('|', units)})\\s*$|{ParameterPattern}",
                ["examples"] = new JsonArray(_kind.Example),
            };
        }

        private static string AnyCase(string unit)
        {
            var pattern = new System.Text.StringBuilder();
            foreach (char character in unit)
            {
                pattern.Append(char.IsAsciiLetter(character)
                    ? $"[{char.ToUpperInvariant(character)}{char.ToLowerInvariant(character)}]"
                    : Regex.Escape(character.ToString()));
            }

            return pattern.ToString();
        }
    }
}
