using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads how something is compared: <c>is: F58</c>, <c>between: [990 ms, 1010 ms]</c>.</summary>
    internal sealed class ConditionReader
    {
        /// <summary>The words of comparing, in the order of <see cref="Comparator"/>.</summary>
        public static readonly string[] Words = ["is", "is-not", "above", "below", "at-least", "at-most", "between", "contains"];

        private readonly ObservableReference _what;
        private readonly DiagnosticList _diagnostics;

        public ConditionReader(ObservableReference what, DiagnosticList diagnostics)
        {
            _what = what;
            _diagnostics = diagnostics;
        }

        private ObservableKind Kind => _what.Kind;

        /// <summary>Reads the one comparison of an expectation; null with a problem if there is none or more than one.</summary>
        public Condition? Read(SourceMap map)
        {
            SourceEntry? comparison = null;
            foreach (SourceEntry entry in map.Entries)
            {
                if (Array.IndexOf(Words, entry.Key) < 0)
                {
                    continue;
                }

                if (comparison != null)
                {
                    _diagnostics.Add(entry.Position, $"There is '{comparison.Key}' already; one comparison an expectation.");
                    return null;
                }

                comparison = entry;
            }

            if (comparison == null)
            {
                _diagnostics.Add(map.Position, $"Nothing says what {_what.Text} is to be; say one of {string.Join(", ", Words)}.");
                return null;
            }

            var comparator = (Comparator)Array.IndexOf(Words, comparison.Key);
            long tolerance = ReadTolerance(map, comparator);
            bool isForUnknown = comparator is Comparator.Is or Comparator.IsNot && comparison.Value is SourceScalar { Text: "unknown" };
            return isForUnknown ? Condition.OfUnknown(comparison.Key.Replace('-', ' ') + " unknown", comparator) : Read(comparison, comparator, tolerance);
        }

        private Condition? Read(SourceEntry entry, Comparator comparator, long tolerance)
        {
            switch (Kind.Shape)
            {
                case ObservableShape.Number: return ReadNumber(entry, comparator, tolerance);
                case ObservableShape.Switch: return ReadSwitch(entry, comparator);
                case ObservableShape.Word: return ReadWords(entry, comparator);
                case ObservableShape.Set: return ReadSet(entry, comparator);
                case ObservableShape.Text: return ReadText(entry, comparator);
                default:
                    bool isNumber = comparator is not Comparator.Contains
                        && (comparator is not (Comparator.Is or Comparator.IsNot)
                            || (entry.Value is SourceScalar scalar && QuantityKind.Plain.Read(scalar.Text, out _) == null));
                    return isNumber ? ReadNumber(entry, comparator, tolerance) : ReadText(entry, comparator);
            }
        }

        private long ReadTolerance(SourceMap map, Comparator comparator)
        {
            if (map.Find("tolerance") is not SourceEntry entry)
            {
                return 0;
            }

            bool isRight = comparator is Comparator.Is or Comparator.IsNot && Kind.Shape is ObservableShape.Number or ObservableShape.Reply;
            if (!isRight)
            {
                _diagnostics.Add(entry.Position, "A tolerance goes with 'is' and 'is-not' of a number only.");
                return 0;
            }

            return new QuantityForm(Kind.Quantity, 0).TryRead(entry.Value, "tolerance", _diagnostics, out FormValue value) ? value.Number : 0;
        }

        private Condition? ReadNumber(SourceEntry entry, Comparator comparator, long tolerance)
        {
            var form = new QuantityForm(Kind.Quantity);
            if (comparator == Comparator.Between)
            {
                if (entry.Value is not SourceList { Items: [SourceNode low, SourceNode high] })
                {
                    _diagnostics.Add(entry.Value.Position, "'between' has two bounds, such as [990 ms, 1010 ms].");
                    return null;
                }

                return form.TryRead(low, "between", _diagnostics, out FormValue from) & form.TryRead(high, "between", _diagnostics, out FormValue to)
                    ? Ordered(entry, from, to)
                    : null;
            }

            if (comparator == Comparator.Contains)
            {
                return Unfit(entry, "a number");
            }

            if (!form.TryRead(entry.Value, entry.Key, _diagnostics, out FormValue value))
            {
                return null;
            }

            string words = $"{entry.Key.Replace('-', ' ')} {value.Text}" + (tolerance > 0 ? $" ± {Kind.Quantity.Format(tolerance)}" : "");
            (long least, long most) = comparator switch
            {
                Comparator.Above => (value.Number + 1, long.MaxValue),
                Comparator.Below => (long.MinValue + 1, value.Number - 1),
                Comparator.AtLeast => (value.Number, long.MaxValue),
                Comparator.AtMost => (long.MinValue + 1, value.Number),
                _ => (value.Number - tolerance, value.Number + tolerance),
            };
            return Condition.InRange(words, comparator, Kind.Shape, least, most);
        }

        private Condition? Ordered(SourceEntry entry, FormValue from, FormValue to)
        {
            if (from.Number > to.Number)
            {
                _diagnostics.Add(entry.Value.Position, $"'between' has its bounds the wrong way round: {from.Text} is above {to.Text}.");
                return null;
            }

            return Condition.InRange($"between {from.Text} and {to.Text}", Comparator.Between, Kind.Shape, from.Number, to.Number);
        }

        private Condition? ReadSwitch(SourceEntry entry, Comparator comparator)
        {
            if (comparator is not (Comparator.Is or Comparator.IsNot))
            {
                return Unfit(entry, "on or off");
            }

            // A flag of a frame is also written as the bit that it is.
            SourceNode node = entry.Value is SourceScalar { Text: "1" or "set" } ? new SourceScalar(entry.Value.Position, "on")
                : entry.Value is SourceScalar { Text: "0" or "clear" } ? new SourceScalar(entry.Value.Position, "off") : entry.Value;
            return Form.Switch.TryRead(node, entry.Key, _diagnostics, out FormValue value)
                ? Condition.InRange($"{entry.Key.Replace('-', ' ')} {value.Text}", comparator, Kind.Shape, value.Number, value.Number)
                : null;
        }

        private Condition? ReadWords(SourceEntry entry, Comparator comparator)
        {
            if (comparator is not (Comparator.Is or Comparator.IsNot))
            {
                return Unfit(entry, "one of some words");
            }

            var form = new ChoiceForm([.. Kind.Words]);
            var numbers = new List<long>();
            var words = new List<string>();
            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                if (!form.TryRead(node, _what.Text, _diagnostics, out FormValue value))
                {
                    return null;
                }

                numbers.Add(value.Number);
                words.Add(value.Text);
            }

            return Condition.OfNumbers($"{entry.Key.Replace('-', ' ')} {string.Join(" or ", words)}", comparator, Kind.Shape, [.. numbers]);
        }

        private Condition? ReadSet(SourceEntry entry, Comparator comparator)
        {
            if (comparator is not (Comparator.Is or Comparator.IsNot or Comparator.Contains))
            {
                return Unfit(entry, "a set");
            }

            long bits = 0;
            var words = new List<string>();
            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                string text = node is SourceScalar scalar ? scalar.Text.Trim() : "";
                if (text == "none" && comparator != Comparator.Contains)
                {
                    continue;
                }

                int bit = Kind.BitOf(text);
                if (bit < 0)
                {
                    _diagnostics.Add(node.Position, $"{_what.Text} never holds '{QuantityKind.Shorten(text)}'{NearestName.Hint(text, Kind.NamedWords())}");
                    return null;
                }

                bits |= 1L << bit;
                words.Add(Kind.Words[bit]);
            }

            string written = words.Count == 0 ? "none" : string.Join(" and ", words);
            return Condition.OfNumbers($"{entry.Key.Replace('-', ' ')} {written}", comparator, ObservableShape.Set, [bits]);
        }

        private Condition? ReadText(SourceEntry entry, Comparator comparator)
        {
            if (comparator is not (Comparator.Is or Comparator.IsNot or Comparator.Contains))
            {
                return Unfit(entry, "a text");
            }

            string? text = NodeReader.Text(entry.Value, entry.Key, _diagnostics);
            return text == null ? null : Condition.OfText($"{entry.Key.Replace('-', ' ')} '{text}'", comparator, text);
        }

        private Condition? Unfit(SourceEntry entry, string what)
        {
            _diagnostics.Add(entry.Position, string.Create(CultureInfo.InvariantCulture, $"'{entry.Key}' does not fit {_what.Text}, which is {what}."));
            return null;
        }
    }
}
