using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What an observable is and how its values are written.</summary>
    internal sealed class ObservableKind
    {
        private ObservableKind(ObservableShape shape, QuantityKind quantity, string[] words)
        {
            Shape = shape;
            Quantity = quantity;
            Words = words;
        }

        /// <summary>On or off.</summary>
        public static ObservableKind Switch { get; } = new(ObservableShape.Switch, QuantityKind.Plain, []);

        /// <summary>A text.</summary>
        public static ObservableKind Text { get; } = new(ObservableShape.Text, QuantityKind.Plain, []);

        /// <summary>An answer of the instrument.</summary>
        public static ObservableKind Reply { get; } = new(ObservableShape.Reply, QuantityKind.Plain, []);

        /// <summary>A number without unit.</summary>
        public static ObservableKind Plain { get; } = Number(QuantityKind.Plain);

        /// <summary>A voltage.</summary>
        public static ObservableKind Voltage { get; } = Number(QuantityKind.Voltage);

        /// <summary>A current.</summary>
        public static ObservableKind Current { get; } = Number(QuantityKind.Current);

        /// <summary>A share.</summary>
        public static ObservableKind Share { get; } = Number(QuantityKind.Share);

        /// <summary>A temperature.</summary>
        public static ObservableKind Temperature { get; } = Number(QuantityKind.Temperature);

        /// <summary>A time.</summary>
        public static ObservableKind Time { get; } = Number(QuantityKind.Time);

        /// <summary>A power.</summary>
        public static ObservableKind Power { get; } = Number(QuantityKind.Power);

        /// <summary>An electric charge.</summary>
        public static ObservableKind Charge { get; } = Number(QuantityKind.Charge);

        /// <summary>Which of these.</summary>
        public ObservableShape Shape { get; }

        /// <summary>What a number measures.</summary>
        public QuantityKind Quantity { get; }

        /// <summary>The words; of a set the word of each bit, the lowest first.</summary>
        public IReadOnlyList<string> Words { get; }

        /// <summary>What it is, for manuals: "a voltage (V)", "off, asleep, starting or running".</summary>
        public string Description => Shape switch
        {
            ObservableShape.Number => Quantity.Unit.Length > 0 ? $"{Quantity.Word}, {Quantity.Unit}" : "number",
            ObservableShape.Switch => "on or off",
            ObservableShape.Word => "one of " + string.Join(", ", Words),
            ObservableShape.Set => "set of " + string.Join(", ", NamedWords()),
            ObservableShape.Text => "text",
            _ => "answer of the instrument, a number or a text",
        };

        /// <summary>A number of a kind.</summary>
        public static ObservableKind Number(QuantityKind quantity) => new(ObservableShape.Number, quantity, []);

        /// <summary>One of some words.</summary>
        public static ObservableKind Word(params string[] words) => new(ObservableShape.Word, QuantityKind.Plain, words);

        /// <summary>A set: the word of each bit, the lowest first; empty for a bit without meaning.</summary>
        public static ObservableKind Set(params string[] words) => new(ObservableShape.Set, QuantityKind.Plain, words);

        /// <summary>A value as people write it.</summary>
        public string Format(in Observed value)
        {
            if (!value.IsKnown)
            {
                return "unknown";
            }

            return Shape switch
            {
                ObservableShape.Number => Quantity.Format(value.Number),
                ObservableShape.Switch => value.Number != 0 ? "on" : "off",
                ObservableShape.Word => value.Number >= 0 && value.Number < Words.Count
                    ? Words[(int)value.Number]
                    : value.Number.ToString(CultureInfo.InvariantCulture),
                ObservableShape.Set => FormatSet(value.Number),
                _ => $"'{value.Text}'",
            };
        }

        /// <summary>Bit of a set's word; -1 if it has no such word.</summary>
        public int BitOf(string word)
        {
            for (int bit = 0; bit < Words.Count; bit++)
            {
                if (Words[bit].Length > 0 && string.Equals(Words[bit], word, StringComparison.OrdinalIgnoreCase))
                {
                    return bit;
                }
            }

            return -1;
        }

        /// <summary>The words that mean something.</summary>
        public List<string> NamedWords()
        {
            var words = new List<string>();
            foreach (string word in Words)
            {
                if (word.Length > 0)
                {
                    words.Add(word);
                }
            }

            return words;
        }

        private string FormatSet(long bits)
        {
            var words = new List<string>();
            for (int bit = 0; bit < 63; bit++)
            {
                if ((bits >> bit & 1) != 0)
                {
                    words.Add(bit < Words.Count && Words[bit].Length > 0
                        ? Words[bit]
                        : string.Create(CultureInfo.InvariantCulture, $"bit {bit}"));
                }
            }

            return words.Count == 0 ? "none" : string.Join(" and ", words);
        }
    }
}
