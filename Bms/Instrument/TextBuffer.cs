namespace BatterySim.Bms.Instrument
{
    /// <summary>Text that is put together piece by piece in a buffer that is reused.</summary>
    public sealed class TextBuffer : ITextSink
    {
        private readonly bool _grows;
        private readonly int _capacity;
        private char[] _text;
        private int _length;
        private ITextSink _sink;
        private bool _isMuted;
        private bool _hasPassedOn;

        /// <summary>Makes an empty text.</summary>
        /// <param name="capacity">Characters that there is room for.</param>
        /// <param name="grows">True to make more room where it is needed; false to drop what does not fit.</param>
        public TextBuffer(int capacity, bool grows)
        {
            _text = new char[capacity];
            _capacity = capacity;
            _grows = grows;
        }

        /// <summary>The characters, of which the first <see cref="Length"/> count.</summary>
        public char[] Text { get { return _text; } }

        /// <summary>Characters in it.</summary>
        public int Length { get { return _length; } }

        /// <summary>True if nothing was added to it yet.</summary>
        public bool IsEmpty { get { return _length == 0 && !_hasPassedOn; } }

        /// <summary>Begins a text that goes on to a sink whenever the buffer is full, and so needs no room for all of it.</summary>
        /// <param name="sink">Where it goes; null to throw it away.</param>
        public void Begin(ITextSink sink)
        {
            _sink = sink;
            _isMuted = sink == null;
            _length = 0;
            _hasPassedOn = false;
        }

        /// <summary>Hands what is in the buffer to the sink.</summary>
        public void Flush()
        {
            if (_length > 0)
            {
                _sink.Write(_text, 0, _length);
                _length = 0;
                _hasPassedOn = true;
            }
        }

        /// <inheritdoc/>
        public void Write(char[] text, int start, int end)
        {
            Add(text, start, end);
        }

        /// <summary>Empties it, or cuts it.</summary>
        public void SetLength(int length)
        {
            _length = length;
        }

        /// <summary>Adds a character.</summary>
        public void Add(char character)
        {
            if (_isMuted)
            {
                return;
            }

            if (_length == _text.Length && _sink != null)
            {
                Flush();
            }
            else if (_length == _text.Length)
            {
                if (!_grows)
                {
                    return;
                }

                MakeRoom(_text.Length * 2);
            }

            _text[_length] = character;
            _length++;
        }

        private void MakeRoom(int capacity)
        {
            char[] larger = new char[capacity];
            System.Array.Copy(_text, 0, larger, 0, _length);
            _text = larger;
        }

        /// <summary>Empties it and gives back room that only a rare long text needs.</summary>
        public void Shrink()
        {
            _length = 0;
            if (_text.Length > _capacity)
            {
                _text = new char[_capacity];
            }
        }

        /// <summary>Adds a text.</summary>
        public void Add(string text)
        {
            for (int index = 0; index < text.Length; index++)
            {
                Add(text[index]);
            }
        }

        /// <summary>Adds a part of a text.</summary>
        public void Add(char[] text, int start, int end)
        {
            for (int index = start; index < end; index++)
            {
                Add(text[index]);
            }
        }

        /// <summary>Adds a text in quotes; a quote inside is doubled.</summary>
        public void AddQuoted(string text)
        {
            Add('"');
            for (int index = 0; index < text.Length; index++)
            {
                if (text[index] == '"')
                {
                    Add('"');
                }

                Add(text[index]);
            }

            Add('"');
        }

        /// <summary>Adds a whole number.</summary>
        public void AddNumber(long value)
        {
            AddFixed(value, 0, false);
        }

        /// <summary>Adds a number with decimals.</summary>
        /// <param name="value">The number in units of its last decimal.</param>
        /// <param name="decimals">Places behind the point.</param>
        /// <param name="isShort">True to leave out zeros at the end, for people.</param>
        public void AddFixed(long value, int decimals, bool isShort)
        {
            if (value < 0)
            {
                Add('-');
            }

            // Digits of a negative number are taken as they are: the most negative one has no positive counterpart.
            long divisor = 1;
            int places = 1;
            while (value / divisor >= 10 || value / divisor <= -10 || places <= decimals)
            {
                divisor *= 10;
                places++;
            }

            for (; places > 0; places--)
            {
                int digit = (int)(value / divisor % 10);
                if (places == decimals)
                {
                    if (isShort && value % (divisor * 10) == 0)
                    {
                        return;
                    }

                    Add('.');
                }
                else if (isShort && places < decimals && value % (divisor * 10) == 0)
                {
                    return;
                }

                Add((char)('0' + (digit < 0 ? -digit : digit)));
                divisor /= 10;
            }
        }

        /// <summary>Adds a number in hexadecimal digits.</summary>
        public void AddHex(uint value, int digits)
        {
            for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
            {
                int digit = (int)((value >> shift) & 0xF);
                Add((char)(digit < 10 ? '0' + digit : 'A' + digit - 10));
            }
        }

        /// <summary>The text as a string.</summary>
        public string Take()
        {
            return _length == 0 ? "" : new string(_text, 0, _length);
        }
    }
}
