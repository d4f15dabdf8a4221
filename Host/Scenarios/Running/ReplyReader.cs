using System;
using System.Globalization;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Asks the instrument of a twin. A question costs text, so that it is asked again only when some time has passed.</summary>
    internal sealed class ReplyReader
    {
        private const int FreshMilliseconds = 100;

        private readonly TwinSession _twin;
        private readonly string _query;
        private long _askedMilliseconds = long.MinValue;
        private Observed _last;

        public ReplyReader(TwinSession twin, string query)
        {
            _twin = twin;
            _query = query;
        }

        /// <summary>Asks, or repeats the last answer while it is fresh.</summary>
        public Observed Read()
        {
            if (_askedMilliseconds == long.MinValue || _twin.NowMilliseconds - _askedMilliseconds >= FreshMilliseconds)
            {
                _askedMilliseconds = _twin.NowMilliseconds;
                _last = Parse(_twin.Simulator.Execute(_query));
            }

            return _last;
        }

        /// <summary>An answer as a text and, where its first value reads as one, as a number.</summary>
        public static Observed Parse(string answer)
        {
            if (answer.Length == 0)
            {
                return Observed.Unknown;
            }

            string first = answer.Split(',', ';')[0].Trim();
            bool isNumber = decimal.TryParse(
                first, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                && Math.Abs(number) < 1_000_000_000_000m;
            return new Observed(true, isNumber ? (long)(number * QuantityKind.Thousand) : long.MinValue, answer);
        }
    }
}
