namespace BatterySim.Bms.Instrument
{
    /// <summary>Errors in the order in which they happened, each with a word on what was wrong.</summary>
    /// <remarks>
    /// The last place is kept for "Queue overflow". Details lie in bytes, one behind the other, since a board has no room for sixteen buffers;
    /// only that of the newest error stands in a buffer, where it is being written.
    /// </remarks>
    public sealed class ErrorQueue
    {
        /// <summary>Errors that are kept.</summary>
        public const int Capacity = 16;

        private const int DetailLength = 100;

        private readonly int[] _numbers = new int[Capacity];
        private readonly byte[] _details = new byte[Capacity * DetailLength];
        private readonly byte[] _lengths = new byte[Capacity];
        private readonly TextBuffer _newest = new TextBuffer(DetailLength, false);
        private int _first;
        private int _count;

        /// <summary>Errors in it.</summary>
        public int Count { get { return _count; } }

        /// <summary>Adds an error.</summary>
        /// <returns>Where its detail may be written.</returns>
        public TextBuffer Add(int number)
        {
            KeepNewest();
            if (_count == Capacity)
            {
                return _newest;
            }

            int index = (_first + _count) % Capacity;
            _count++;
            _numbers[index] = _count == Capacity ? ScpiError.QueueOverflow : number;
            _newest.SetLength(0);
            return _newest;
        }

        /// <summary>Writes the oldest error and removes it; "No error" where there is none.</summary>
        public void Take(TextBuffer reply)
        {
            int number = _count == 0 ? ScpiError.None : _numbers[_first];
            reply.AddNumber(number);
            reply.Add(",\"");
            reply.Add(ScpiError.TextOf(number));
            if (_count > 0)
            {
                KeepNewest();
                WriteDetail(_first, reply);
                _first = (_first + 1) % Capacity;
                _count--;
            }

            reply.Add('"');
        }

        /// <summary>Forgets all errors.</summary>
        public void Clear()
        {
            _count = 0;
        }

        private void KeepNewest()
        {
            if (_count == 0)
            {
                return;
            }

            // "Queue overflow" has no detail: what was written is that of an error that is lost.
            if (_count == Capacity)
            {
                _newest.SetLength(0);
            }

            int place = (_first + _count - 1) % Capacity;
            int length = _newest.Length;
            _lengths[place] = (byte)length;
            for (int index = 0; index < length; index++)
            {
                // What was no byte may not turn into another character.
                char character = _newest.Text[index];
                _details[(place * DetailLength) + index] = character > '~' ? (byte)'?' : (byte)character;
            }
        }

        private void WriteDetail(int place, TextBuffer reply)
        {
            if (_lengths[place] == 0)
            {
                return;
            }

            reply.Add(';');
            for (int index = 0; index < _lengths[place]; index++)
            {
                // What a stranger typed may hold anything; the reply stays one line of printable text.
                char character = (char)_details[(place * DetailLength) + index];
                reply.Add(character == '"' ? '\'' : character < ' ' || character > '~' ? '?' : character);
            }
        }
    }
}
