namespace BatterySim.Hardware.Console
{
    /// <summary>Collects typed characters to a line: backspace, Ctrl+U and Ctrl+C, echo; CR, LF or both end a line.</summary>
    /// <remarks>A line that is too long is taken to its end and then thrown away, so that its tail is never taken for a command.</remarks>
    public sealed class LineEditor
    {
        /// <summary>Longest line, characters.</summary>
        public const int LineLengthMax = 160;

        private const byte ControlC = 3;
        private const byte Backspace = 8;
        private const byte LineFeed = 10;
        private const byte CarriageReturn = 13;
        private const byte ControlU = 21;
        private const byte Delete = 127;
        private const byte FirstPrintable = 32;

        private readonly byte[] _line = new byte[LineLengthMax];
        private readonly ConsoleOutput _echo;
        private int _length;
        private bool _isTooLong;
        private bool _hasEndedWithReturn;

        /// <summary>Makes an empty line.</summary>
        /// <param name="echo">Where typed characters are shown.</param>
        public LineEditor(ConsoleOutput echo)
        {
            _echo = echo;
            EchoIsOn = true;
        }

        /// <summary>False for a program at the other end, which wants answers alone.</summary>
        public bool EchoIsOn { get; set; }

        /// <summary>True if the line that ended was longer than <see cref="LineLengthMax"/> and is lost.</summary>
        public bool IsTooLong { get { return _isTooLong; } }

        /// <summary>Takes one character.</summary>
        /// <returns>True if it ended a line, which <see cref="TakeLine"/> then gives.</returns>
        public bool Feed(byte character)
        {
            bool isSecondOfPair = character == LineFeed && _hasEndedWithReturn;
            _hasEndedWithReturn = character == CarriageReturn;
            if (isSecondOfPair)
            {
                return false;
            }

            switch (character)
            {
                case CarriageReturn:
                case LineFeed:
                    Echo(CarriageReturn, LineFeed);
                    return true;
                case Backspace:
                case Delete:
                    EraseOne();
                    return false;
                case ControlC:
                case ControlU:
                    EraseAll();
                    return false;
                default:
                    Append(character);
                    return false;
            }
        }

        /// <summary>The line, which is then empty again; nothing where it was too long.</summary>
        public string TakeLine()
        {
            string line = _isTooLong ? "" : Ascii.TextOf(_line, 0, _length);
            Clear();
            return line;
        }

        /// <summary>Throws away what was typed so far.</summary>
        public void Clear()
        {
            _length = 0;
            _isTooLong = false;
        }

        private void Append(byte character)
        {
            if (character < FirstPrintable)
            {
                return;
            }

            if (_length == LineLengthMax)
            {
                _isTooLong = true;
                return;
            }

            _line[_length] = character;
            _length++;
            if (EchoIsOn)
            {
                _echo.Put(character);
            }
        }

        private void EraseOne()
        {
            if (_length == 0)
            {
                return;
            }

            _length--;
            _isTooLong = false;
            Echo(Backspace, FirstPrintable);
            Echo(Backspace, 0);
        }

        private void EraseAll()
        {
            while (_length > 0)
            {
                EraseOne();
            }

            _isTooLong = false;
        }

        private void Echo(byte first, byte second)
        {
            if (!EchoIsOn)
            {
                return;
            }

            _echo.Put(first);
            if (second != 0)
            {
                _echo.Put(second);
            }
        }
    }
}
