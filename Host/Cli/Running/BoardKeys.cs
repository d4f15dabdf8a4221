using System.Collections.Generic;
using BatterySim.Hardware;
using BatterySim.Host.Board;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Sorts what is typed: lines for the board's console, and after a ~ at the start of a line, hands on the board itself.</summary>
    /// <param name="session">The board.</param>
    /// <param name="hasConsole">False where somebody else types at the board's console: then only the keys after a ~ are taken.</param>
    internal sealed class BoardKeys(BoardSession session, bool hasConsole = true)
    {
        public const string Help =
            "~r press RST   ~3 hold it 3.2 s   ~6 hold it 6.2 s   ~b breaker   ~dX switches to 0..f   ~u CAN cable out or in\n"
            + "~s short CAN-H to CAN-L or end it   ~wN type on after N s   ~~ a ~   ~. end";

        private const int PressMilliseconds = 200;
        private const int HoldExtraMilliseconds = 200;

        private readonly Queue<char> _waiting = new();
        private char _escape;
        private bool _isAtLineStart = true;
        private long _pauseEndMilliseconds;
        private long _releaseMilliseconds = -1;

        /// <summary>True once ~. was typed.</summary>
        public bool IsOver { get; private set; }

        /// <summary>True while nothing is left to type and no finger is on RST.</summary>
        public bool IsIdle => _waiting.Count == 0 && _releaseMilliseconds < 0;

        /// <summary>What the keys themselves have to say; null for nothing.</summary>
        public string? Message { get; private set; }

        /// <summary>Takes a key; a line end becomes a carriage return.</summary>
        public void Add(char key)
        {
            _waiting.Enqueue(key == '\n' ? '\r' : key);
        }

        /// <summary>Presses RST for a moment.</summary>
        public void PressReset()
        {
            Hold(PressMilliseconds);
        }

        /// <summary>Lets go what is due and passes on what was typed.</summary>
        public void Run()
        {
            Message = null;
            long now = session.NowMilliseconds;
            if (_releaseMilliseconds >= 0 && now >= _releaseMilliseconds)
            {
                session.Reset.IsHigh = true;
                _releaseMilliseconds = -1;
                _pauseEndMilliseconds = now + (2 * DebouncedInput.RestMilliseconds);
            }

            while (now >= _pauseEndMilliseconds && _releaseMilliseconds < 0 && _waiting.TryDequeue(out char key))
            {
                Take(key);
            }
        }

        private void Take(char key)
        {
            if (_escape == '\0' && key == '~' && _isAtLineStart)
            {
                _escape = key;
            }
            else if (_escape == '~' && key is 'd' or 'w')
            {
                _escape = key;
            }
            else if (_escape != '\0')
            {
                char escape = _escape;
                _escape = '\0';
                Do(escape, key);
            }
            else
            {
                Type(key);
            }
        }

        private void Type(char key)
        {
            bool isAfterText = !_isAtLineStart;
            _isAtLineStart = key == '\r';
            if (hasConsole)
            {
                session.Serial.Type(key.ToString());
            }
            else if (_isAtLineStart && isAfterText)
            {
                Say("[the page has the console; here are the keys after ~ only, ~? lists them]");
            }
        }

        private void Do(char escape, char key)
        {
            int digit = System.Uri.IsHexDigit(key) ? System.Convert.ToInt32(key.ToString(), 16) : -1;
            switch (escape, key)
            {
                case ('d', _) when digit >= 0:
                    session.Dip = digit;
                    Say($"[switches show {digit}]");
                    break;
                case ('w', >= '0' and <= '9'):
                    _pauseEndMilliseconds = session.NowMilliseconds + (digit * 1000);
                    break;
                case ('~', 'r'):
                    PressReset();
                    break;
                case ('~', '3' or '6'):
                    Hold((digit * 1000) + HoldExtraMilliseconds);
                    break;
                case ('~', 'b'):
                    session.Breaker.IsHigh = !session.Breaker.IsHigh;
                    Say(session.Breaker.IsHigh ? "[breaker on]" : "[breaker off]");
                    break;
                case ('~', 'u'):
                    session.IsCanPlugged = !session.IsCanPlugged;
                    Say(session.IsCanPlugged ? "[CAN cable in]" : "[CAN cable out]");
                    break;
                case ('~', 's'):
                    session.IsCanShorted = !session.IsCanShorted;
                    Say(session.IsCanShorted ? "[CAN-H and CAN-L shorted]" : "[CAN-H and CAN-L not shorted]");
                    break;
                case ('~', '.'):
                    IsOver = true;
                    break;
                case ('~', '~'):
                    Type(key);
                    break;
                default:
                    Say(Help);
                    break;
            }
        }

        // Several keys may have something to say in one turn.
        private void Say(string text) => Message = Message is null ? text : $"{Message}\n{text}";

        private void Hold(int milliseconds)
        {
            session.Reset.IsHigh = false;
            _releaseMilliseconds = session.NowMilliseconds + milliseconds;
            Say($"[RST held for {milliseconds} ms]");
        }
    }
}
