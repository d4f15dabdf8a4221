using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Panel.Page.Forms
{
    /// <summary>What somebody fills in for one row of the command table, and the line of SCPI that it makes.</summary>
    /// <remarks>Names, units, ranges and words are those of the row: a row that is added there is a control here.</remarks>
    public sealed class RowForm
    {
        private readonly string[] _texts;

        /// <summary>Makes a form that holds the row's defaults.</summary>
        public RowForm(SettingRow row)
        {
            ArgumentNullException.ThrowIfNull(row);
            Row = row;
            _texts = [.. Enumerable.Range(0, row.ParameterCount).Select(index => StartOf(row, index))];
            Words = [.. Enumerable.Range(0, row.ParameterCount).SelectMany(index => (row.ParameterAt(index).Others ?? "").Split('|'))
                .Where(static word => word.Length > 0 && word is not ("ON" or "OFF"))];
        }

        /// <summary>The row.</summary>
        public SettingRow Row { get; }

        /// <summary>What stands at the first # or @: a battery or an extra frame from 1, or a frame's identifier.</summary>
        public int Suffix { get; set; } = 1;

        /// <summary>What stands at the second #: a cell from 1.</summary>
        public int Cell { get; set; } = 1;

        /// <summary>Words that can be sent in place of the value, such as UNKNown; OFF is the clear button.</summary>
        public IReadOnlyList<string> Words { get; }

        /// <summary>The word that is chosen; empty for the value.</summary>
        public string Word { get; set; } = "";

        /// <summary>Time until it starts, s; empty for at once.</summary>
        public string Start { get; set; } = "";

        /// <summary>How long it lasts, s; empty for until it is cleared.</summary>
        public string Duration { get; set; } = "";

        /// <summary>True for a row that the instrument times itself.</summary>
        public bool IsTimed => Row.Is(SettingRow.Timed);

        /// <summary>True for a fault that is there or not, without a value.</summary>
        public bool IsPlainSwitch => IsTimed && Row.ParameterCount == 1 && Row.ParameterAt(0).Form == SettingForm.Switch;

        /// <summary>The header, in short form.</summary>
        public string Header
        {
            get
            {
                TextBuffer text = new(64, true);
                Row.WriteShortHeader(text, Suffix, Cell);
                return text.Take();
            }
        }

        /// <summary>What is missing before the line can be sent; null if nothing is.</summary>
        public string? Missing
        {
            get
            {
                int count = Word.Length > 0 ? 0 : Row.ParameterCount;
                for (int index = 0; index < count; index++)
                {
                    SettingParameter parameter = Row.ParameterAt(index);
                    if (_texts[index].Length == 0 && !parameter.IsOptional && parameter.Form == SettingForm.Number)
                    {
                        return $"Type a value for {parameter.Name}.";
                    }
                }

                return null;
            }
        }

        /// <summary>The line that sets it.</summary>
        public string Line
        {
            get
            {
                List<string> fields = Word.Length > 0 ? [Short(Word)] : [.. Values()];
                if (IsTimed && (Start.Length > 0 || Duration.Length > 0))
                {
                    fields.Add(Start.Length > 0 ? Start + " S" : "0");
                    fields.Add(Duration.Length > 0 ? Duration + " S" : "");
                }

                return $"{Header} {string.Join(',', fields.Where(static one => one.Length > 0))}";
            }
        }

        /// <summary>The line that ends a fault.</summary>
        public string ClearLine => Header + " OFF";

        /// <summary>The same form, which somebody can go on to change without changing this one.</summary>
        public RowForm Copy()
        {
            RowForm copy = new(Row) { Suffix = Suffix, Cell = Cell, Word = Word, Start = Start, Duration = Duration };
            _texts.CopyTo(copy._texts, 0);
            return copy;
        }

        /// <summary>The words of a choice in short form.</summary>
        public static IReadOnlyList<string> ChoicesOf(SettingParameter parameter)
        {
            ArgumentNullException.ThrowIfNull(parameter);
            return [.. Enumerable.Range(0, parameter.WordCount).Select(place => ParameterText.ShortOf(parameter, place))];
        }

        /// <summary>What is typed for a parameter.</summary>
        public string TextOf(int index) => _texts[index];

        /// <summary>Takes what is typed for a parameter.</summary>
        public void SetText(int index, string? text) => _texts[index] = text?.Trim() ?? "";

        // The manual's example is a better start than a default of 0.
        private static string StartOf(SettingRow row, int index)
        {
            SettingParameter parameter = row.ParameterAt(index);
            switch (parameter.Form)
            {
                case SettingForm.Switch:
                    return row.Is(SettingRow.Timed) || parameter.Default == 0 ? "ON" : "OFF";
                case SettingForm.Choice:
                    return ChoicesOf(parameter)[^1];
                default:
                    string shown = ExampleOf(row, index, parameter.Unit);
                    return shown.Length > 0 || parameter.Form == SettingForm.Text || parameter.IsOptional
                        ? shown : ParameterText.Number(parameter.Default, parameter.Unit);
            }
        }

        private static string ExampleOf(SettingRow row, int index, ScpiUnit unit)
        {
            int space = row.Example.IndexOf(' ', StringComparison.Ordinal);
            IReadOnlyList<string> fields = space < 0 ? [] : ScpiFields.Split(row.Example[(space + 1)..]);
            if (index >= fields.Count)
            {
                return "";
            }

            if (row.ParameterAt(index).Form == SettingForm.Text)
            {
                return fields[index];
            }

            return row.Is(SettingRow.Repeats) ? string.Join(',', fields.Skip(index)) : Plain(fields[index], unit);
        }

        // 100 MS in the row's own unit is 0.1; what is not a decimal number is left out.
        private static string Plain(string quantity, ScpiUnit unit)
        {
            string[] parts = quantity.Split(' ');
            char[] suffix = parts.Length > 1 ? parts[1].ToCharArray() : [];
            if (!decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
                || !unit.TryReadSuffix(suffix, 0, suffix.Length, out int exponent, out int factor))
            {
                return "";
            }

            for (int place = 0; place < Math.Abs(exponent); place++)
            {
                value = exponent > 0 ? value * 10 : value / 10;
            }

            return (value * factor).ToString("0.######", CultureInfo.InvariantCulture);
        }

        private static string Short(string word)
        {
            StringBuilder text = new();
            foreach (char letter in word.Where(static letter => !char.IsAsciiLetterLower(letter)))
            {
                text.Append(letter);
            }

            return text.Length > 0 ? text.ToString() : word;
        }

        // An optional parameter that is followed by a time has to be there.
        private IEnumerable<string> Values()
        {
            bool isFollowed = IsTimed && (Start.Length > 0 || Duration.Length > 0);
            for (int index = 0; index < _texts.Length; index++)
            {
                SettingParameter parameter = Row.ParameterAt(index);
                string text = _texts[index];
                if (parameter.Form == SettingForm.Text)
                {
                    yield return $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"";
                }
                else if (text.Length > 0)
                {
                    bool hasUnit = parameter.Form == SettingForm.Number && parameter.Unit.Name.Length > 0 && !Row.Is(SettingRow.Repeats);
                    yield return hasUnit ? $"{text} {parameter.Unit.Name}" : text;
                }
                else if (isFollowed)
                {
                    yield return "0";
                }
            }
        }
    }
}
