using BatterySim.Bms.Instrument;

namespace BatterySim.Hardware.Console
{
    /// <summary>What waits to go out of the serial line: a ring, so that a page of text does not hold up the bank.</summary>
    /// <remarks>At 115,200 baud a pass of 10 ms carries 115 bytes; that many at most are handed over in one pass.</remarks>
    public sealed class ConsoleOutput : ITextSink
    {
        /// <summary>Room, bytes.</summary>
        public const int Capacity = 512;

        /// <summary>Most bytes handed to the line in one pass.</summary>
        public const int BytesPerPass = 96;

        private readonly byte[] _ring = new byte[Capacity];
        private readonly byte[] _portion = new byte[BytesPerPass];
        private readonly ISerialLine _line;
        private int _first;
        private int _count;
        private int _lost;

        /// <summary>Makes an empty ring before a line.</summary>
        public ConsoleOutput(ISerialLine line)
        {
            _line = line;
        }

        /// <summary>Bytes that wait.</summary>
        public int Waiting { get { return _count; } }

        /// <summary>Bytes that found no room, since the start.</summary>
        public int Lost { get { return _lost; } }

        /// <summary>Appends one byte; it is lost if there is no room.</summary>
        public void Put(byte value)
        {
            if (_count == Capacity)
            {
                _lost++;
                return;
            }

            int place = _first + _count;
            _ring[place >= Capacity ? place - Capacity : place] = value;
            _count++;
        }

        /// <summary>Appends text. A text longer than the room that is left pushes out what waits first.</summary>
        /// <remarks>Only an operator's question makes so long an answer.</remarks>
        public void Write(string text)
        {
            for (int index = 0; index < text.Length; index++)
            {
                Put(text[index]);
            }
        }

        /// <inheritdoc/>
        public void Write(char[] text, int start, int end)
        {
            for (int index = start; index < end; index++)
            {
                Put(text[index]);
            }
        }

        /// <summary>Appends text and an end of line.</summary>
        public void WriteLine(string text)
        {
            Write(text);
            Write("\r\n");
        }

        private void Put(char character)
        {
            if (_count == Capacity)
            {
                Move();
            }

            Put(character < 128 ? (byte)character : (byte)'?');
        }

        /// <summary>Hands a portion to the line.</summary>
        public void Move()
        {
            int count = _count < BytesPerPass ? _count : BytesPerPass;
            if (count == 0)
            {
                return;
            }

            for (int index = 0; index < count; index++)
            {
                _portion[index] = _ring[_first];
                _first++;
                if (_first == Capacity)
                {
                    _first = 0;
                }
            }

            // Taken before the line has it: what a broken line throws away is not sent again indefinitely.
            _count -= count;
            _line.Write(_portion, 0, count);
        }
    }
}
