using System.Globalization;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>Parameters of a row in words: what is typed, its range, its default.</summary>
    public static class ParameterText
    {
        private const string Times = "[, <start> S[, <duration> S]]";

        /// <summary>The parameters as they are typed: <c>&lt;SOC&gt; PCT</c>, <c>ON|OFF</c>.</summary>
        public static string Form(SettingRow row)
        {
            System.ArgumentNullException.ThrowIfNull(row);
            string times = row.Is(SettingRow.Timed) ? Times : "";
            if (row.ParameterCount == 0)
            {
                return "";
            }

            SettingParameter first = row.ParameterAt(0);
            string value = ValueOf(first);
            if (row.Is(SettingRow.Repeats))
            {
                value += "{, " + value + "}";
            }

            if (row.ParameterCount > 1)
            {
                SettingParameter second = row.ParameterAt(1);
                value += second.IsOptional ? $"[, {ValueOf(second)}{times}]" : ", " + ValueOf(second);
                times = second.IsOptional ? "" : times;
            }

            // A flag that can be 1 or 0 while OFF ends the fault is typed as such.
            bool isFlag = first.Others == "ON|OFF";
            string others = isFlag ? "OFF" : first.Others ?? "";
            string whole = (isFlag ? "1|0" : value) + (others.Length == 0 ? "" : "|" + others);
            return first.IsOptional ? $"[{whole}{times}]" : whole + times;
        }

        /// <summary>The range of each number and the length of each text.</summary>
        public static string Range(SettingRow row)
        {
            System.ArgumentNullException.ThrowIfNull(row);
            return string.Join("; ", Enumerable.Range(0, row.ParameterCount).Select(index => RangeOf(row, row.ParameterAt(index)))
                .Where(text => text.Length > 0));
        }

        /// <summary>What DEF stands for, or what holds where nothing is set.</summary>
        public static string Standard(SettingRow row)
        {
            System.ArgumentNullException.ThrowIfNull(row);
            if (row.ParameterCount == 0 || !row.Is(SettingRow.Query))
            {
                return "";
            }

            SettingParameter first = row.ParameterAt(0);
            return first.DefaultNote ?? first.Form switch
            {
                SettingForm.Number => Quantity(first.Default, first.Unit),
                SettingForm.Switch => first.Default == 1 ? "ON" : "OFF",
                SettingForm.Choice => ShortOf(first, first.Default),
                _ => "empty",
            };
        }

        /// <summary>Words that may be typed for a choice, in long form.</summary>
        public static string[] WordsOf(SettingParameter parameter)
        {
            System.ArgumentNullException.ThrowIfNull(parameter);
            return parameter.Names ?? parameter.Words.Split('|');
        }

        /// <summary>A value in the smallest unit that is kept as people type it: 58400 of a voltage is 58.4.</summary>
        public static string Number(int value, ScpiUnit unit)
        {
            System.ArgumentNullException.ThrowIfNull(unit);
            decimal scaled = value;
            for (int place = 0; place < unit.Decimals; place++)
            {
                scaled /= 10;
            }

            return scaled.ToString("0.###", CultureInfo.InvariantCulture);
        }

        private static string ValueOf(SettingParameter parameter) => parameter.Form switch
        {
            SettingForm.Number => $"<{parameter.Name}>{(parameter.Unit.Name.Length > 0 ? " " : "")}{parameter.Unit.Name}",
            SettingForm.Switch => "ON|OFF",
            SettingForm.Choice => parameter.RangeNote == null ? string.Join('|', WordsOf(parameter)) : $"<{parameter.Name}>",
            _ => $"\"<{parameter.Name}>\"",
        };

        private static string RangeOf(SettingRow row, SettingParameter parameter)
        {
            string name = row.ParameterCount > 1 ? parameter.Name + " " : "";
            return parameter.RangeNote ?? parameter.Form switch
            {
                SettingForm.Number when parameter.Others == "ON|OFF" => "",
                SettingForm.Number => $"{name}{Number(parameter.Minimum, parameter.Unit)} to {Quantity(parameter.Maximum, parameter.Unit)}",
                SettingForm.Text => $"{name}{parameter.Minimum} to {parameter.Maximum} characters",
                _ => "",
            };
        }

        /// <summary>A word of a choice in short form.</summary>
        /// <param name="parameter">The choice.</param>
        /// <param name="place">Place of the word in it.</param>
        public static string ShortOf(SettingParameter parameter, int place)
        {
            var text = new TextBuffer(LineBuffer.Capacity, false);
            parameter.WriteShort(text, place);
            return text.Take();
        }

        private static string Quantity(int value, ScpiUnit unit) => Number(value, unit) + (unit.Symbol.Length > 0 ? " " : "") + unit.Symbol;
    }
}
