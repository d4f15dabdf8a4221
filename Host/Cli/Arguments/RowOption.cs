using System;
using System.CommandLine;
using System.Linq;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>An option that sets what a row of the command table sets: range and words are the row's, in help and in errors.</summary>
    internal sealed class RowOption
    {
        private readonly string[] _words;

        /// <summary>Makes an option that may be left out.</summary>
        /// <param name="name">Name, with its dashes.</param>
        /// <param name="pattern">Header of the row.</param>
        /// <param name="description">What it does, in one sentence; the range is written behind it.</param>
        /// <param name="standard">Its value where it is left out; null for none.</param>
        /// <param name="words">Words of a choice where they are others than the row's, in the order of the row's.</param>
        public RowOption(string name, string pattern, string description, string? standard = null, params string[] words)
        {
            Pattern = pattern;
            _words = words.Length > 0 ? words : Row.ParameterAt(0) is { Form: SettingForm.Choice } choice ? Words(choice) : [];
            Option = new Option<string?>(name) { HelpName = ValueName(), Description = Described(description) };
            if (standard is not null)
            {
                Option.DefaultValueFactory = _ => standard;
            }
        }

        /// <summary>Header of the row that sets the same.</summary>
        public string Pattern { get; }

        /// <summary>The option of the command line.</summary>
        public Option<string?> Option { get; }

        /// <summary>Range of the row, as the manual has it; empty for words.</summary>
        public string Range => ParameterText.Range(Row);

        private SettingRow Row => CommandRows.Find(Pattern);

        /// <summary>Reads a number in the smallest unit that is kept, or the place of a word; null where it was not given.</summary>
        public int? Read(ParseResult parsed) => parsed.GetValue(Option) is string text ? Read(text) : null;

        /// <summary>Reads a text; null where it was not given.</summary>
        public string? ReadText(ParseResult parsed)
        {
            if (parsed.GetValue(Option) is not string text)
            {
                return null;
            }

            SettingParameter parameter = Row.ParameterAt(0);
            return text.Length >= parameter.Minimum && text.Length <= parameter.Maximum && text.All(static letter => letter is >= ' ' and <= '~')
                ? text
                : throw CliException.Usage($"{Option.Name} {Values.Quoted(text)} does not fit; give {Range}, printable ASCII.");
        }

        /// <summary>Reads a value that may come from elsewhere than the command line.</summary>
        public int Read(string text)
        {
            SettingParameter parameter = Row.ParameterAt(0);
            if (parameter.Form == SettingForm.Choice)
            {
                return Array.IndexOf(_words, Values.Choice(Option.Name, text, _words));
            }

            decimal number = parameter.Unit == ScpiUnit.Second ? Values.ShortTime(Option.Name, text)
                : Values.Quantity(Option.Name, text, parameter.Unit.Symbol) * (decimal)Math.Pow(10, parameter.Unit.Decimals);
            return number >= parameter.Minimum && number <= parameter.Maximum
                ? (int)decimal.Round(number)
                : throw CliException.Usage($"{Option.Name} {Values.Quoted(text)} is outside {Range}; give a value within that range.");
        }

        private static string[] Words(SettingParameter choice) =>
            [.. ParameterText.WordsOf(choice).Select(static word => word.ToLowerInvariant())];

        private string ValueName()
        {
            SettingParameter parameter = Row.ParameterAt(0);
            return _words.Length > 0 ? string.Join('|', _words)
                : parameter.Form == SettingForm.Text ? "TEXT"
                : parameter.Unit == ScpiUnit.Second ? "TIME"
                : parameter.Unit == ScpiUnit.Percent ? "PERCENT"
                : parameter.Unit == ScpiUnit.Watt ? "WATTS" : "N";
        }

        private string Described(string description) =>
            Range.Length == 0 ? description : $"{description[..^1]}, {Range}.";
    }
}
