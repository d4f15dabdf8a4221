namespace BatterySim.Bms.Instrument
{
    /// <summary>Collects the characters of one line.</summary>
    public sealed class LineBuffer
    {
        /// <summary>Longest line without its end.</summary>
        public const int Capacity = 512;

        private readonly char[] _text = new char[Capacity];
        private int _length;
        private bool _isTooLong;

        /// <summary>The characters of the line.</summary>
        public char[] Text { get { return _text; } }

        /// <summary>Characters in the line.</summary>
        public int Length { get { return _length; } }

        /// <summary>True if the line had more characters than there is room for.</summary>
        public bool IsTooLong { get { return _isTooLong; } }

        /// <summary>Takes one byte.</summary>
        /// <returns>True if it ended the line, which then stands here until <see cref="Clear"/>; a carriage return before it is dropped.</returns>
        public bool Feed(byte value)
        {
            if (value == '\n')
            {
                if (_length > 0 && _text[_length - 1] == '\r')
                {
                    _length--;
                }

                return true;
            }

            if (_length == Capacity)
            {
                _isTooLong = true;
                return false;
            }

            _text[_length] = (char)value;
            _length++;
            return false;
        }

        /// <summary>Takes the last character back; not in a line that is too long, of which characters are missing already.</summary>
        /// <returns>False where there is none.</returns>
        public bool EraseLast()
        {
            if (_length == 0 || _isTooLong)
            {
                return false;
            }

            _length--;
            return true;
        }

        /// <summary>Begins the next line.</summary>
        public void Clear()
        {
            _length = 0;
            _isTooLong = false;
        }
    }
}
