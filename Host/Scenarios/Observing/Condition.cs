using System;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Something that an observable can be or not be, compiled: holding it against a value allocates nothing.</summary>
    /// <remarks>An unknown value fulfils nothing but "is unknown".</remarks>
    internal sealed class Condition
    {
        // Beyond everything that is measured: an end that was left open, however it was written.
        private const long Open = long.MaxValue / 2;

        private readonly Comparator _comparator;
        private readonly ObservableShape _shape;
        private readonly long _low;
        private readonly long _high;
        private readonly long[] _numbers;
        private readonly string? _word;
        private readonly bool _isForUnknown;

        private Condition(
            string text, Comparator comparator, ObservableShape shape, long low, long high, long[] numbers, string? word, bool isForUnknown)
        {
            Text = text;
            _comparator = comparator;
            _shape = shape;
            _low = low;
            _high = high;
            _numbers = numbers;
            _word = word;
            _isForUnknown = isForUnknown;
        }

        /// <summary>In words: "is F58", "above 100 A".</summary>
        public string Text { get; }

        /// <summary>True for "unknown", or for anything but that.</summary>
        public bool IsForUnknown => _isForUnknown;

        /// <summary>True for what is to be unknown; <see cref="IsForUnknown"/> holds for anything but that as well.</summary>
        public bool IsUnknown => _isForUnknown && _comparator == Comparator.Is;

        /// <summary>The bounds within which a number has to lie, thousandths of its unit; null for a condition of another kind.</summary>
        public (long Low, long High)? Bounds =>
            _shape == ObservableShape.Number && _numbers.Length == 0 && !_isForUnknown && _comparator != Comparator.IsNot
                ? (_low <= -Open ? long.MinValue : _low, _high >= Open ? long.MaxValue : _high)
                : null;

        /// <summary>A number within bounds, both included, or outside them for <see cref="Comparator.IsNot"/>.</summary>
        public static Condition InRange(string text, Comparator comparator, ObservableShape shape, long low, long high) =>
            new(text, comparator, shape, low, high, [], null, false);

        /// <summary>One of some words; for a set the bits.</summary>
        public static Condition OfNumbers(string text, Comparator comparator, ObservableShape shape, long[] numbers) =>
            new(text, comparator, shape, 0, 0, numbers, null, false);

        /// <summary>A text.</summary>
        public static Condition OfText(string text, Comparator comparator, string word) =>
            new(text, comparator, ObservableShape.Text, 0, 0, [], word, false);

        /// <summary>Unknown, or anything else.</summary>
        public static Condition OfUnknown(string text, Comparator comparator) =>
            new(text, comparator, ObservableShape.Number, 0, 0, [], null, true);

        /// <summary>The same for a value that is seen in steps: a number counts as fulfilling it when the step it is seen in may do.</summary>
        /// <param name="slack">Half a step, thousandths of the unit; negative where it counts only if the whole step does, as of what must not be.</param>
        public Condition Widened(long slack)
        {
            if (slack == 0 || Bounds is not (long low, long high))
            {
                return this;
            }

            low = low == long.MinValue ? low : low - slack;
            high = high == long.MaxValue ? high : high + slack;
            return new Condition(Text, _comparator, _shape, low, high, _numbers, _word, _isForUnknown);
        }

        /// <summary>Whether a value fulfils it.</summary>
        public bool Holds(in Observed value)
        {
            if (_isForUnknown)
            {
                return value.IsKnown == (_comparator == Comparator.IsNot);
            }

            if (!value.IsKnown)
            {
                return false;
            }

            switch (_shape)
            {
                case ObservableShape.Text: return HoldsText(value.Text ?? "");
                case ObservableShape.Word: return Array.IndexOf(_numbers, value.Number) >= 0 == (_comparator == Comparator.Is);
                case ObservableShape.Set:
                    return _comparator == Comparator.Contains
                        ? (value.Number & _numbers[0]) == _numbers[0]
                        : value.Number == _numbers[0] == (_comparator == Comparator.Is);
                case ObservableShape.Reply when value.Number == long.MinValue: return false;
                default: return (value.Number >= _low && value.Number <= _high) == (_comparator != Comparator.IsNot);
            }
        }

        private bool HoldsText(string text)
        {
            return _comparator == Comparator.Contains
                ? text.Contains(_word!, StringComparison.Ordinal)
                : string.Equals(text, _word, StringComparison.Ordinal) == (_comparator == Comparator.Is);
        }
    }
}
