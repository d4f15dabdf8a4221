using BatterySim.Bms.Faults;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Takes a line apart into its commands, finds each in the table and has it carried out.</summary>
    /// <remarks>A header without colon in front goes on where the one before it left off: <c>MOD3:SOC 50;TEMP 20</c>.</remarks>
    public sealed class ScpiRunner
    {
        private const int HeaderMax = 96;
        private const int None = -1;

        private readonly CommandList _commands;
        private readonly ScpiCall _call;
        private readonly StagedSettings _staged;
        private readonly TextBuffer _reply;
        private readonly char[] _header = new char[HeaderMax];
        private readonly char[] _path = new char[HeaderMax];
        private readonly int[] _suffixes = new int[ScpiMatcher.SuffixMax];
        private int _headerLength;
        private int _pathLength;

        /// <summary>Makes a runner.</summary>
        public ScpiRunner(Simulator simulator, CommandInterpreter instrument, StagedSettings staged, TextBuffer reply)
        {
            _commands = instrument.Commands;
            _call = new ScpiCall(simulator, instrument, staged, reply);
            _staged = staged;
            _reply = reply;
        }

        /// <summary>Goes through a line.</summary>
        /// <param name="text">Where it stands.</param>
        /// <param name="length">Its characters.</param>
        /// <param name="isChecking">True to find its faults only.</param>
        /// <returns>False at the first fault, which is then in the queue.</returns>
        public bool Run(char[] text, int length, bool isChecking)
        {
            _pathLength = 0;
            int start = 0;
            while (start < length)
            {
                int end = FindEnd(text, start, length);
                if (end < 0)
                {
                    return false;
                }

                if (!RunUnit(text, start, end, isChecking))
                {
                    return false;
                }

                start = end + 1;
            }

            return true;
        }

        // End of the command that starts here: a semicolon outside quotes, or the end of the line.
        private int FindEnd(char[] text, int start, int length)
        {
            char quote = '\0';
            int end = start;
            while (end < length && (quote != '\0' || text[end] != ';'))
            {
                char character = text[end];
                if ((character < ' ' && character != '\t') || character > '~')
                {
                    _call.Fail(ScpiError.InvalidCharacter);
                    return -1;
                }

                quote = quote == character ? '\0' : quote == '\0' && (character == '"' || character == '\'') ? character : quote;
                end++;
            }

            if (quote != '\0')
            {
                _call.Fail(ScpiError.InvalidString).Add("a quote is not closed");
                return -1;
            }

            return end;
        }

        private bool RunUnit(char[] text, int start, int end, bool isChecking)
        {
            while (start < end && ScpiCall.IsSpace(text[start]))
            {
                start++;
            }

            while (end > start && ScpiCall.IsSpace(text[end - 1]))
            {
                end--;
            }

            if (start == end)
            {
                return true;
            }

            int headerEnd = start;
            while (headerEnd < end && !ScpiCall.IsSpace(text[headerEnd]))
            {
                headerEnd++;
            }

            bool isQuery = text[headerEnd - 1] == '?';
            int command = TryTakeHeader(text, start, isQuery ? headerEnd - 1 : headerEnd) ? Find(isQuery) : None;
            if (command == None)
            {
                if (!_call.HasFailed)
                {
                    _call.Fail(ScpiError.UndefinedHeader).Add(text, start, headerEnd);
                }

                return false;
            }

            while (headerEnd < end && ScpiCall.IsSpace(text[headerEnd]))
            {
                headerEnd++;
            }

            int replyLength = _reply.Length;
            if (isQuery && replyLength > 0)
            {
                _reply.Add(';');
            }

            _call.Begin(text, headerEnd, end, _suffixes, _commands.TagAt(command), isQuery, isChecking);
            if (IsSuffixThere(_commands.PatternAt(command)))
            {
                _commands.HandlerAt(command)(_call);
                _call.Finish();
            }

            if (isChecking)
            {
                _reply.SetLength(replyLength);
            }

            return !_call.HasFailed;
        }

        // Puts the header behind the path of the one before it and remembers its own path. A common command leaves the path as it is.
        private bool TryTakeHeader(char[] text, int start, int end)
        {
            _call.Begin(text, end, end, _suffixes, 0, false, true);
            bool isCommon = text[start] == '*';
            bool isFromRoot = isCommon || text[start] == ':';
            int from = text[start] == ':' ? start + 1 : start;
            _headerLength = 0;
            for (int index = 0; index < _pathLength && !isFromRoot; index++)
            {
                _header[index] = _path[index];
                _headerLength++;
            }

            if (_headerLength + end - from > HeaderMax)
            {
                _call.Fail(ScpiError.MnemonicTooLong);
                return false;
            }

            int pathLength = 0;
            for (int index = from; index < end; index++)
            {
                _header[_headerLength] = text[index];
                _headerLength++;
            }

            for (int index = 0; index < _headerLength && !isCommon; index++)
            {
                _path[index] = _header[index];
                pathLength = _header[index] == ':' ? index + 1 : pathLength;
            }

            _pathLength = isCommon ? _pathLength : pathLength;
            return _headerLength > 0;
        }

        private int Find(bool isQuery)
        {
            int kind = isQuery ? ScpiCommand.Query : ScpiCommand.Set | ScpiCommand.Acts;
            for (int index = 0; index < _commands.Length; index++)
            {
                if ((_commands.KindAt(index) & kind) != 0
                    && ScpiMatcher.Matches(_commands.PatternAt(index), _header, _headerLength, _suffixes))
                {
                    return index;
                }
            }

            return None;
        }

        private bool IsSuffixThere(string pattern)
        {
            if (ScpiCommand.NamesModule(pattern))
            {
                if (!IsWithin("there is no battery ", _suffixes[0], _staged.BatteryCount))
                {
                    return false;
                }

                return !ScpiCommand.NamesCell(pattern) || IsWithin("there is no cell ", _suffixes[1], _staged.Profile.NumberOf(ProfileKey.CellCount));
            }

            if (ScpiCommand.NamesSlot(pattern))
            {
                return IsWithin("there is no extra frame ", _suffixes[0], ExtraFrames.SlotCount);
            }

            if (ScpiCommand.NamesFrame(pattern) && FrameTable.Find((uint)_suffixes[0]) == null)
            {
                TextBuffer detail = _call.Fail(ScpiError.HeaderSuffixOutOfRange);
                detail.Add("the bank never sends 0x");
                detail.AddHex((uint)_suffixes[0], 3);
                return false;
            }

            return true;
        }

        private bool IsWithin(string words, int suffix, int max)
        {
            if (suffix >= 1 && suffix <= max)
            {
                return true;
            }

            TextBuffer detail = _call.Fail(ScpiError.HeaderSuffixOutOfRange);
            detail.Add(words);
            detail.AddNumber(suffix);
            detail.Add("; there are 1 to ");
            detail.AddNumber(max);
            return false;
        }
    }
}
