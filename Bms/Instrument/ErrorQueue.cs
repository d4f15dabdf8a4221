namespace BatterySim.Bms.Instrument
{
    /// <summary>Errors in the order in which they happened, each with a word on what was wrong. The last place is kept for "Queue overflow".</summary>
    public sealed class ErrorQueue
    {
        /// <summary>Errors that are kept.</summary>
        public const int Capacity = 16;

        private const int DetailLength = 100;

        private readonly int[] _numbers = new int[Capacity];
        private readonly TextBuffer[] _details = new TextBuffer[Capacity];
        private readonly TextBuffer _lost = new TextBuffer(1, false);
        private int _first;
        private int _count;

        /// <summary>Makes an empty queue.</summary>
        public ErrorQueue()
        {
            for (int index = 0; index < Capacity; index++)
            {
                _details[index] = new TextBuffer(DetailLength, false);
            }
        }

        /// <summary>Errors in it.</summary>
        public int Count { get { return _count; } }

        /// <summary>Adds an error.</summary>
        /// <returns>Where its detail may be written.</returns>
        public TextBuffer Add(int number)
        {
            if (_count == Capacity)
            {
                _lost.SetLength(0);
                return _lost;
            }

            int index = (_first + _count) % Capacity;
            _count++;
            _numbers[index] = _count == Capacity ? ScpiError.QueueOverflow : number;
            _details[index].SetLength(0);
            if (_count == Capacity)
            {
                _lost.SetLength(0);
                return _lost;
            }

            return _details[index];
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
                WriteDetail(_details[_first], reply);
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

        private static void WriteDetail(TextBuffer detail, TextBuffer reply)
        {
            if (detail.Length == 0)
            {
                return;
            }

            reply.Add(';');
            for (int index = 0; index < detail.Length; index++)
            {
                // What a stranger typed may hold anything; the reply stays one line of printable text.
                char character = detail.Text[index];
                reply.Add(character == '"' ? '\'' : character < ' ' || character > '~' ? '?' : character);
            }
        }
    }
}
