using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Panel.Engine.Boards
{
    /// <summary>The answers to the queries of one line, one after the other; what is missing or not known is <see cref="int.MinValue"/>.</summary>
    internal sealed class AnswerReader
    {
        private readonly string[] _answers;
        private int _next;

        /// <param name="line">Answers with semicolons between them.</param>
        public AnswerReader(string line)
        {
            _answers = line.Split(';');
        }

        /// <summary>True if there are as many as were asked for.</summary>
        public bool Has(int count) => _answers.Length == count;

        /// <summary>The next answer.</summary>
        public string Text() => _next < _answers.Length ? _answers[_next++].Trim() : "";

        /// <summary>The fields of the next answer.</summary>
        public IReadOnlyList<string> Fields() => ScpiFields.Split(Text());

        /// <summary>The next answer times a factor.</summary>
        public int Number(int factor) => Scaled(Text(), factor);

        /// <summary>The fields of the next answer times a factor.</summary>
        public int[] Numbers(int factor) => [.. Fields().Select(field => Scaled(field, factor))];

        /// <summary>True for a switch that is on.</summary>
        public bool IsOn() => Text() == "1";

        /// <summary>A number times a factor; 9.91E37 is not a number.</summary>
        public static int Scaled(string text, int factor)
        {
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number * factor) < int.MaxValue
                ? (int)decimal.Round(number * factor)
                : int.MinValue;
        }
    }
}
