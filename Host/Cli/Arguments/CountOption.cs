using System;
using System.CommandLine;
using System.Globalization;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>An option that counts what a row of the command table counts, from 0 on: its range is the row's, in help and in errors.</summary>
    internal sealed class CountOption
    {
        /// <summary>Makes an option that has a default.</summary>
        /// <param name="name">Name, with its dashes.</param>
        /// <param name="pattern">Header of the row.</param>
        /// <param name="description">What it does, in one sentence; {range} stands for the range.</param>
        /// <param name="standard">Its value where it is left out.</param>
        /// <param name="less">By how much it counts less than the row: 1 where the row counts the master as well.</param>
        public CountOption(string name, string pattern, string description, int standard, int less = 0)
        {
            SettingParameter parameter = CommandRows.Find(pattern).ParameterAt(0);
            Minimum = Math.Max(0, parameter.Minimum - less);
            Maximum = parameter.Maximum - less;
            string value = standard.ToString(CultureInfo.InvariantCulture);
            Option = new Option<string>(name)
            {
                HelpName = "N",
                Description = description.Replace("{range}", Range, StringComparison.Ordinal),
                DefaultValueFactory = _ => value,
            };
        }

        /// <summary>The option of the command line.</summary>
        public Option<string> Option { get; }

        /// <summary>Least value.</summary>
        public int Minimum { get; }

        /// <summary>Greatest value.</summary>
        public int Maximum { get; }

        /// <summary>The range in words.</summary>
        public string Range => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}");

        /// <summary>Reads the count.</summary>
        public int Read(ParseResult parsed) => (int)Values.WholeNumber(Option.Name, parsed.GetValue(Option) ?? "", Minimum, Maximum);

        /// <summary>Reads a count that may come from elsewhere than the command line. One that is too large is for another rule to refuse.</summary>
        public int ReadAnyLarger(string text)
        {
            const int Absurd = 1_000_000;
            return (int)Math.Min(Absurd, Values.WholeNumber(Option.Name, text, Minimum, Maximum, long.MaxValue));
        }
    }
}
