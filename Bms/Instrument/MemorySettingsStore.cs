namespace BatterySim.Bms.Instrument
{
    /// <summary>Keeps settings as long as the program runs.</summary>
    public sealed class MemorySettingsStore : ISettingsStore
    {
        private readonly TextBuffer[] _places = new TextBuffer[CommonCommands.PlaceCount];
        private TextBuffer _written;
        private int _place;
        private int _position;

        /// <inheritdoc/>
        public bool BeginWrite(int place)
        {
            _place = place;
            _written = new TextBuffer(512, true);
            return true;
        }

        /// <inheritdoc/>
        public bool WriteLine(char[] text, int length)
        {
            _written.Add(text, 0, length);
            _written.Add('\n');
            return true;
        }

        /// <inheritdoc/>
        public bool EndWrite()
        {
            _places[_place] = _written;
            return true;
        }

        /// <inheritdoc/>
        public bool BeginRead(int place)
        {
            _place = place;
            _position = 0;
            return _places[place] != null;
        }

        /// <inheritdoc/>
        public int ReadLine(char[] text)
        {
            TextBuffer place = _places[_place];
            if (_position >= place.Length)
            {
                return -1;
            }

            int length = 0;
            while (place.Text[_position] != '\n')
            {
                text[length] = place.Text[_position];
                length++;
                _position++;
            }

            _position++;
            return length;
        }
    }
}
