using System;
using System.Globalization;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Asks the instrument of a bench for something, a few times a second at most.</summary>
    internal sealed class BenchReader
    {
        // What SCPI answers for "not a number".
        private const string NotANumber = "9.91E37";

        private readonly BenchDriver _bench;
        private readonly string _query;
        private readonly ObservableReference _what;
        private long _askedMilliseconds = -1;
        private Observed _last;

        public BenchReader(BenchDriver bench, string query, ObservableReference what)
        {
            _bench = bench;
            _query = query;
            _what = what;
        }

        /// <summary>Asks, or repeats the last answer while it is fresh.</summary>
        public Observed Read()
        {
            if (_askedMilliseconds < 0 || _bench.NowMilliseconds - _askedMilliseconds >= BenchLimits.FreshMilliseconds)
            {
                _askedMilliseconds = _bench.NowMilliseconds;
                _last = Parse(_bench.Ask(_query), _what.Kind, _what.Row?.QueryField ?? 0);
            }

            return _last;
        }

        /// <summary>What an answer says of an observable.</summary>
        /// <param name="answer">One line.</param>
        /// <param name="kind">What the observable is.</param>
        /// <param name="field">Which of the values it is, 0 for the first.</param>
        public static Observed Parse(string answer, ObservableKind kind, int field)
        {
            if (kind.Shape == ObservableShape.Reply)
            {
                return ReplyReader.Parse(answer);
            }

            string[] fields = answer.Split(',');
            string text = field < fields.Length ? fields[field].Trim() : "";
            if (text.Length == 0 || text == NotANumber)
            {
                return Observed.Unknown;
            }

            bool isNumber = decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number);
            switch (kind.Shape)
            {
                case ObservableShape.Number: return Observed.If(isNumber, (long)(number * QuantityKind.Thousand));
                case ObservableShape.Switch or ObservableShape.Set: return Observed.If(isNumber, (long)number);
                case ObservableShape.Word when isNumber: return Observed.Of(number > 0);
                case ObservableShape.Word:
                    int place = WordOf(text, kind);
                    return Observed.If(place >= 0, place);
                default: return Observed.Of(text.Trim('"'));
            }
        }

        // The instrument answers with the short form of a word: RUNN for running.
        private static int WordOf(string text, ObservableKind kind)
        {
            for (int index = 0; index < kind.Words.Count; index++)
            {
                if (kind.Words[index].StartsWith(text, StringComparison.OrdinalIgnoreCase))
                {
                    return index;
                }
            }

            return -1;
        }
    }
}
