namespace BatterySim.Bms.Instrument
{
    /// <summary>Reads a number with its unit as a whole number of the smallest unit that is kept, without floating point.</summary>
    public sealed class ScpiNumber
    {
        private const long MantissaMax = 100000000000000000L;
        private const int ExponentMax = 40;

        private long _value;
        private int _position;
        private int _exponent;
        private long _mantissa;
        private bool _hasDigits;

        /// <summary>The number; beyond any range where it is too large to be kept.</summary>
        public long Value { get { return _value; } }

        /// <summary>Reads a number.</summary>
        /// <param name="text">Buffer that holds it.</param>
        /// <param name="start">Its first character.</param>
        /// <param name="end">Past its last one.</param>
        /// <param name="unit">What it is measured in.</param>
        /// <returns>The number of an error, or <see cref="ScpiError.None"/>.</returns>
        public int Read(char[] text, int start, int end, ScpiUnit unit)
        {
            _position = start;
            if (text[start] == '#')
            {
                return ReadWithBase(text, end, unit);
            }

            bool isNegative = text[start] == '-';
            if (isNegative || text[start] == '+')
            {
                _position++;
            }

            ReadMantissa(text, end);
            if (!_hasDigits)
            {
                return ScpiError.DataTypeError;
            }

            if (!TryReadExponent(text, end))
            {
                return ScpiError.InvalidNumber;
            }

            while (_position < end && ScpiCall.IsSpace(text[_position]))
            {
                _position++;
            }

            // What begins like a number and goes on with neither letter nor percent sign is not a suffix but malformed data.
            if (_position < end && text[_position] != '%'
                && (ScpiMatcher.ToUpper(text[_position]) < 'A' || ScpiMatcher.ToUpper(text[_position]) > 'Z'))
            {
                return ScpiError.InvalidNumber;
            }

            int multiplier;
            int factor;
            if (!unit.TryReadSuffix(text, _position, end, out multiplier, out factor))
            {
                return ScpiError.InvalidSuffix;
            }

            long size = Scale(_mantissa * (_mantissa < MantissaMax / 3600 ? factor : 1), _exponent + multiplier + unit.Decimals);
            _value = isNegative ? -size : size;
            return ScpiError.None;
        }

        private int ReadWithBase(char[] text, int end, ScpiUnit unit)
        {
            char letter = end - _position > 2 ? ScpiMatcher.ToUpper(text[_position + 1]) : ' ';
            int numberBase = letter == 'H' ? 16 : letter == 'Q' ? 8 : letter == 'B' ? 2 : 0;
            if (numberBase == 0)
            {
                return ScpiError.InvalidNumber;
            }

            long value = 0;
            for (int index = _position + 2; index < end; index++)
            {
                int digit = ScpiMatcher.HexOf(text[index]);
                if (digit < 0 || digit >= numberBase)
                {
                    return ScpiError.InvalidNumber;
                }

                value = value > MantissaMax / 16 ? MantissaMax : (value * numberBase) + digit;
            }

            _value = Scale(value, unit.Decimals);
            return ScpiError.None;
        }

        private void ReadMantissa(char[] text, int end)
        {
            _mantissa = 0;
            _exponent = 0;
            _hasDigits = false;
            bool isBehindPoint = false;
            while (_position < end)
            {
                char character = text[_position];
                if (character == '.' && !isBehindPoint)
                {
                    isBehindPoint = true;
                }
                else if (character >= '0' && character <= '9')
                {
                    _hasDigits = true;
                    if (_mantissa < MantissaMax)
                    {
                        _mantissa = (_mantissa * 10) + (character - '0');
                        _exponent -= isBehindPoint ? 1 : 0;
                    }
                    else
                    {
                        _exponent += isBehindPoint ? 0 : 1;
                    }
                }
                else
                {
                    return;
                }

                _position++;
            }
        }

        // An E that no digit follows may begin a suffix.
        private bool TryReadExponent(char[] text, int end)
        {
            int position = _position;
            if (position >= end || ScpiMatcher.ToUpper(text[position]) != 'E')
            {
                return true;
            }

            position++;
            bool isNegative = position < end && text[position] == '-';
            if (position < end && (isNegative || text[position] == '+'))
            {
                position++;
            }

            int start = position;
            int exponent = 0;
            while (position < end && text[position] >= '0' && text[position] <= '9')
            {
                exponent = exponent < 10000 ? (exponent * 10) + (text[position] - '0') : exponent;
                position++;
            }

            if (position == start)
            {
                return false;
            }

            _exponent += isNegative ? -exponent : exponent;
            _position = position;
            return true;
        }

        // Rounded half away from zero; what is too large stays large.
        private static long Scale(long mantissa, int exponent)
        {
            long value = mantissa;
            for (int step = exponent > ExponentMax ? ExponentMax : exponent; step > 0 && value < MantissaMax; step--)
            {
                value *= 10;
            }

            if (exponent < -ExponentMax)
            {
                return 0;
            }

            for (int step = exponent; step < -1 && value != 0; step++)
            {
                value /= 10;
            }

            return exponent < 0 ? (value + 5) / 10 : value;
        }
    }
}
