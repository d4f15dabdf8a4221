using BatterySim.Bms.Instrument;

namespace BatterySim.Hardware.Console
{
    /// <summary>Collects typed characters to a line: backspace, Ctrl+U and Ctrl+C, echo; CR, LF or both end a line.</summary>
    /// <remarks>A line that is too long is taken to its end and then thrown away, so that its tail is never taken for a command.</remarks>
    public sealed class LineEditor
    {
        /// <summary>Longest line, characters: the same as at every other port of the instrument.</summary>
        public const int LineLengthMax = LineBuffer.Capacity;

        private const byte ControlC = 3;
        private const byte Backspace = 8;
        private const byte Tab = 9;
        private const byte LineFeed = 10;
        private const byte CarriageReturn = 13;
        private const byte ControlU = 21;
        private const byte Delete = 127;
        private const byte FirstPrintable = 32;

        private readonly LineBuffer _line = new LineBuffer();
        private readonly ConsoleOutput _echo;
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

        /// <summary>The line so far, or the one that ended, until <see cref="Clear"/>.</summary>
        public LineBuffer Line { get { return _line; } }

        /// <summary>Takes one character.</summary>
        /// <returns>True if it ended a line, which then stands in <see cref="Line"/>.</returns>
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

        /// <summary>Throws away what was typed so far.</summary>
        public void Clear()
        {
            _line.Clear();
        }

        // Other control characters are not part of a command: a terminal sends them for keys that there is no use for here.
        private void Append(byte character)
        {
            if (character < FirstPrintable && character != Tab)
            {
                return;
            }

            _line.Feed(character);
            if (EchoIsOn && !_line.IsTooLong)
            {
                _echo.Put(character == Tab ? FirstPrintable : character);
            }
        }

        private void EraseOne()
        {
            if (_line.EraseLast())
            {
                Echo(Backspace, FirstPrintable);
                Echo(Backspace, 0);
            }
        }

        private void EraseAll()
        {
            int shown = _line.Length;
            _line.Clear();
            for (int index = 0; index < shown; index++)
            {
                Echo(Backspace, FirstPrintable);
                Echo(Backspace, 0);
            }
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
