using BatterySim.Bms.Faults;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Takes a line apart into its commands, finds each in the table and has it carried out.</summary>
    /// <remarks>A header without colon in front goes on where the one before it left off: <c>MOD3:SOC 50;TEMP 20</c>.</remarks>
    public sealed class ScpiRunner
    {
        private const int HeaderMax = 96;

        private readonly SettingRow _row = new SettingRow();
        private readonly CommandInterpreter _instrument;
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
            _instrument = instrument;
            _call = new ScpiCall(simulator, instrument, staged, reply);
            _staged = staged;
            _reply = reply;
        }

        /// <summary>Goes through a line.</summary>
        /// <param name="text">Buffer that holds it.</param>
        /// <param name="length">Its characters.</param>
        /// <param name="isChecking">True to find its errors only.</param>
        /// <returns>False at the first error, which is then in the queue.</returns>
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
            if (!TryReadHeader(text, start, isQuery ? headerEnd - 1 : headerEnd) || !TryFind(isQuery))
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

            if (isQuery && !_reply.IsEmpty)
            {
                _reply.Add(';');
            }

            _call.Begin(text, headerEnd, end, _suffixes, _row, isQuery, isChecking);
            if (IsSuffixThere())
            {
                CommandTable.Run(_call);
                _call.Finish();
            }

            return !_call.HasFailed;
        }

        // Puts the header behind the path of the one before it and remembers its own path. A common command leaves the path as it is.
        private bool TryReadHeader(char[] text, int start, int end)
        {
            _call.Begin(text, end, end, _suffixes, _row, false, true);
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

        // The row to which the header belongs.
        private bool TryFind(bool isQuery)
        {
            int kind = isQuery ? SettingRow.Query : SettingRow.Set | SettingRow.Acts;
            char initial = ScpiMatcher.ToUpper(_header[0]);
            for (int section = 0; section < CommandTable.SectionCount; section++)
            {
                if (CommandTable.InitialsOf(section).IndexOf(initial) < 0)
                {
                    continue;
                }

                for (int place = 0; CommandTable.Fill(section, place, _row); place++)
                {
                    if ((_row.Kind & kind) != 0 && ScpiMatcher.Matches(_row.Pattern, _header, _headerLength, _suffixes))
                    {
                        return IsHere(section);
                    }
                }
            }

            return false;
        }

        private bool IsHere(int section)
        {
            bool isHere = section != CommandTable.BoardSection || _instrument.Board != null;
            if (!isHere)
            {
                _call.Fail(ScpiError.HardwareMissing).Add("only a board has this");
            }

            return isHere;
        }

        private bool IsSuffixThere()
        {
            if (_row.HasModule)
            {
                if (!IsWithin("there is no battery ", _suffixes[0], _staged.BatteryCount))
                {
                    return false;
                }

                return !_row.HasCell || IsWithin("there is no cell ", _suffixes[1], _staged.Profile.NumberOf(ProfileKey.CellCount));
            }

            if (_row.HasSlot)
            {
                return IsWithin("there is no extra frame ", _suffixes[0], ExtraFrames.SlotCount);
            }

            if (_row.HasFollower)
            {
                return IsWithin("there is no follower ", _suffixes[0], BankRules.BoardCapacity - 1);
            }

            if (_row.HasFrame && FrameTable.Find((uint)_suffixes[0]) == null)
            {
                TextBuffer detail = _call.Fail(ScpiError.HeaderSuffixOutOfRange);
                detail.Add("the bank never sends 0x");
                FrameText.WriteSuffix(detail, _suffixes[0]);
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
