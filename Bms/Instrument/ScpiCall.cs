using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;

namespace BatterySim.Bms.Instrument
{
    /// <summary>One command on its way: its parameters in, its answer or its error out.</summary>
    /// <remarks>
    /// A line goes through twice: first it is checked as a whole (<see cref="IsChecking"/>), then carried out. A handler reads its parameters
    /// both times; what the readers give back tells it whether to act.
    /// </remarks>
    public sealed class ScpiCall
    {
        /// <summary>What SCPI answers for "not a number".</summary>
        public const string NotANumber = "9.91E37";

        private const int CellsMax = 16;

        private readonly Simulator _simulator;
        private readonly CommandInterpreter _instrument;
        private readonly StagedSettings _staged;
        private readonly TextBuffer _reply;
        private readonly ScpiNumber _number = new ScpiNumber();
        private readonly CanFrame _frame = new CanFrame();
        private readonly int[] _offsets = new int[CellsMax];
        private char[] _text;

        // Where the next parameter begins; past _end once there is none.
        private int _position;
        private int _end;
        private int _argumentStart;
        private int _argumentEnd;
        private int[] _suffixes;
        private SettingRow _row;
        private int _parameter;
        private bool _isQuery;
        private bool _isChecking;
        private bool _hasFailed;
        private bool _hasAnswered;
        private int _value;

        /// <summary>Makes a call that is used again and again.</summary>
        public ScpiCall(Simulator simulator, CommandInterpreter instrument, StagedSettings staged, TextBuffer reply)
        {
            _simulator = simulator;
            _instrument = instrument;
            _staged = staged;
            _reply = reply;
        }

        /// <summary>What is driven.</summary>
        public Simulator Simulator { get { return _simulator; } }

        /// <summary>The interpreter, with error queue and status.</summary>
        public CommandInterpreter Instrument { get { return _instrument; } }

        /// <summary>The settings as they will be at the end of the line.</summary>
        public StagedSettings Staged { get { return _staged; } }

        /// <summary>The answer, of this and the earlier queries of the line.</summary>
        public TextBuffer Reply { get { return _reply; } }

        /// <summary>True for a query.</summary>
        public bool IsQuery { get { return _isQuery; } }

        /// <summary>True while the line is only checked: nothing may change.</summary>
        public bool IsChecking { get { return _isChecking; } }

        /// <summary>True once the command was refused.</summary>
        public bool HasFailed { get { return _hasFailed; } }

        /// <summary>The row of the command; what is in it lasts until the next call.</summary>
        public SettingRow Row { get { return _row; } }

        /// <summary>Tells rows apart that are carried out by the same code.</summary>
        public int Tag { get { return _row.Tag; } }

        /// <summary>What carries the row out.</summary>
        internal CommandId Command { get { return (CommandId)_row.Command; } }

        /// <summary>The parameter last read, in the smallest unit that is kept.</summary>
        public int Value { get { return _value; } }

        /// <summary>First suffix of the header.</summary>
        public int FirstSuffix { get { return _suffixes[0]; } }

        /// <summary>Second suffix of the header.</summary>
        public int SecondSuffix { get { return _suffixes[1]; } }

        /// <summary>Battery that the header names, 0 for the first.</summary>
        public int ModuleIndex { get { return FirstSuffix - 1; } }

        /// <summary>That battery. While a line is checked that also enlarges the bank, the first one stands in for those to come.</summary>
        public BatteryModule Module
        {
            get { return _simulator.Bank.ModuleAt(FirstSuffix <= _simulator.Bank.Count ? FirstSuffix - 1 : 0); }
        }

        /// <summary>A frame for a handler to put together; what is in it lasts until the next call.</summary>
        public CanFrame Frame { get { return _frame; } }

        /// <summary>Numbers that a handler reads before it acts; what is in it lasts until the next call.</summary>
        public int[] Offsets { get { return _offsets; } }

        /// <summary>Where the line stands.</summary>
        public char[] Text { get { return _text; } }

        /// <summary>First character of the parameter last read by <see cref="ReadText"/>, behind its quote.</summary>
        public int TextStart { get { return _argumentStart + 1; } }

        /// <summary>Past the last character of that parameter.</summary>
        public int TextEnd { get { return _argumentEnd - 1; } }

        /// <summary>True if there is another parameter, though it may be an empty one behind a comma.</summary>
        public bool HasMore { get { return _position <= _end; } }

        /// <summary>True once an item of the answer was begun.</summary>
        public bool HasAnswered { get { return _hasAnswered; } }

        /// <summary>True if the command has not failed and is to be carried out now.</summary>
        public bool IsReady { get { return !_hasFailed && !_isChecking; } }

        internal void Begin(char[] text, int start, int end, int[] suffixes, SettingRow row, bool isQuery, bool isChecking)
        {
            _text = text;
            _position = start < end ? start : end + 1;
            _end = end;
            _suffixes = suffixes;
            _row = row;
            _parameter = 0;
            _isQuery = isQuery;
            _isChecking = isChecking;
            _hasFailed = false;
            _hasAnswered = false;
        }

        internal void Finish()
        {
            if (_hasFailed || !HasMore)
            {
                return;
            }

            if (_position < _end)
            {
                Fail(ScpiError.ParameterNotAllowed).Add(_text, _position, _end);
            }
            else
            {
                Fail(ScpiError.MissingParameter).Add("nothing follows the last comma");
            }
        }

        /// <summary>Refuses the command.</summary>
        /// <returns>Where a word on the reason may be written.</returns>
        public TextBuffer Fail(int number)
        {
            _hasFailed = true;
            _instrument.Status.Record(ScpiError.EventBitOf(number));
            return _instrument.Errors.Add(number);
        }

        /// <summary>Begins an item of the answer.</summary>
        public TextBuffer Answer()
        {
            if (_hasAnswered)
            {
                _reply.Add(',');
            }

            _hasAnswered = true;
            return _reply;
        }

        /// <summary>Answers with a number of a unit.</summary>
        public void AnswerNumber(long value, ScpiUnit unit)
        {
            Answer().AddFixed(value, unit.Decimals, false);
        }

        /// <summary>Answers with a number, or says that there is none.</summary>
        public void AnswerKnown(long value, bool isKnown, ScpiUnit unit)
        {
            if (isKnown)
            {
                AnswerNumber(value, unit);
            }
            else
            {
                Answer().Add(NotANumber);
            }
        }

        /// <summary>A setting that is a number: answers a query, or reads and checks the parameter of the row.</summary>
        /// <returns>True if <see cref="Value"/> is to be put into force now.</returns>
        public bool Number(int current)
        {
            if (!_isQuery)
            {
                return ReadNumber() && EndSetting();
            }

            if (!TryAnswerBound())
            {
                AnswerNumber(current, _row.ParameterAt(0).Unit);
            }

            return false;
        }

        /// <summary>Answers the query of a number that has MIN, MAX or DEF behind it, and refuses one that has anything else.</summary>
        /// <returns>True if it had.</returns>
        public bool TryAnswerBound()
        {
            SettingParameter parameter = _row.ParameterAt(0);
            if (!HasMore || parameter.Form != SettingForm.Number)
            {
                return false;
            }

            if (NextArgument(parameter) && !AnswerBound(parameter))
            {
                Refuse(parameter, "; ask for MIN, MAX or DEF");
            }

            return true;
        }

        /// <summary>Reads a number with its unit, or MIN, MAX or DEF, as the next parameter of the row.</summary>
        public bool ReadNumber()
        {
            SettingParameter parameter = NextParameter();
            return ReadNumber(parameter.Name, parameter.Unit, parameter.Minimum, parameter.Maximum, parameter.Default);
        }

        /// <summary>Reads a start or a duration, which are not parameters of a row.</summary>
        public bool ReadTime(string name)
        {
            return ReadNumber(name, ScpiUnit.Second, 0, SettingRow.TimeMaxMilliseconds, 0);
        }

        /// <summary>A setting that is ON or OFF: answers a query with 1 or 0, or reads the parameter.</summary>
        /// <returns>True if <see cref="Value"/>, 1 or 0, is to be put into force now.</returns>
        public bool Switch(bool current)
        {
            if (_isQuery)
            {
                Answer().Add(current ? '1' : '0');
                return false;
            }

            return ReadSwitch() && EndSetting();
        }

        /// <summary>Reads ON, OFF, a number or DEF as the next parameter of the row.</summary>
        public bool ReadSwitch()
        {
            SettingParameter parameter = NextParameter();
            if (!NextArgument(parameter))
            {
                return false;
            }

            if (IsWord("ON") || IsWord("OFF"))
            {
                _value = IsWord("ON") ? 1 : 0;
                return true;
            }

            if (IsWord("DEFault"))
            {
                _value = parameter.Default;
                return true;
            }

            if (_number.Read(_text, _argumentStart, _argumentEnd, ScpiUnit.None) == ScpiError.None)
            {
                // SCPI-1999, 7.3: a number is rounded, and anything but 0 is ON.
                _value = _number.Value == 0 ? 0 : 1;
                return true;
            }

            return Refuse(parameter, "; say ON or OFF");
        }

        /// <summary>A setting that is one of some words: answers a query, or reads the parameter.</summary>
        /// <returns>True if <see cref="Value"/>, a place in the words, is to be put into force now.</returns>
        public bool Choice(int current)
        {
            if (_isQuery)
            {
                _row.ParameterAt(0).WriteShort(Answer(), current);
                return false;
            }

            return ReadChoice() && EndSetting();
        }

        /// <summary>Reads one of the words of the next parameter of the row, with or without quotes, or DEF.</summary>
        public bool ReadChoice()
        {
            SettingParameter parameter = NextParameter();
            if (!NextArgument(parameter))
            {
                return false;
            }

            bool isQuoted = IsQuoted();
            int place = parameter.Find(_text, isQuoted ? _argumentStart + 1 : _argumentStart, isQuoted ? _argumentEnd - 1 : _argumentEnd);
            if (place >= 0 || IsWord("DEFault"))
            {
                _value = place >= 0 ? place : parameter.Default;
                return true;
            }

            TextBuffer detail = Fail(ScpiError.IllegalParameterValue);
            AddArgument(detail, parameter.Name);
            detail.Add(" is none of");
            parameter.WriteAll(detail);
            return false;
        }

        /// <summary>Reads a text in quotes into <see cref="ArgumentText"/>'s reach.</summary>
        public bool ReadText()
        {
            SettingParameter parameter = NextParameter();
            if (!NextArgument(parameter))
            {
                return false;
            }

            if (!IsQuoted())
            {
                TextBuffer detail = Fail(ScpiError.DataTypeError);
                detail.Add(parameter.Name);
                detail.Add(" is a text and goes in quotes");
                return false;
            }

            if (_argumentEnd - _argumentStart - 2 > parameter.Maximum)
            {
                TextBuffer detail = Fail(ScpiError.TooMuchData);
                detail.Add(parameter.Name);
                detail.Add(" has more characters than ");
                detail.AddNumber(parameter.Maximum);
                return false;
            }

            return true;
        }

        /// <summary>Reads the next parameter of the row as it is, with or without quotes, into <see cref="ArgumentText"/>'s reach.</summary>
        /// <returns>False if there is none; the command has then failed.</returns>
        public bool ReadBare()
        {
            if (!NextArgument(NextParameter()))
            {
                return false;
            }

            if (!IsQuoted())
            {
                _argumentStart--;
                _argumentEnd++;
            }

            return true;
        }

        /// <summary>Reads the text last read as a number of a unit into <see cref="Value"/>.</summary>
        /// <returns>An error of <see cref="ScpiError"/>, or <see cref="ScpiError.None"/>.</returns>
        public int ParseText(ScpiUnit unit)
        {
            int error = _number.Read(_text, TextStart, TextEnd, unit);
            _value = _number.Value < int.MinValue ? int.MinValue : _number.Value > int.MaxValue ? int.MaxValue : (int)_number.Value;
            return error;
        }

        /// <summary>The parameter last read by <see cref="ReadText"/>, without its quotes.</summary>
        public string ArgumentText()
        {
            return new string(_text, _argumentStart + 1, _argumentEnd - _argumentStart - 2);
        }

        /// <summary>True if the next parameter is a word; it is then taken.</summary>
        public bool ConsumeWord(string word)
        {
            int position = _position;
            if (FindArgument() && IsWord(word))
            {
                return true;
            }

            _position = position;
            return false;
        }

        /// <summary>Answers with the short form of one of some words.</summary>
        /// <param name="words">Words with a bar between them.</param>
        /// <param name="place">0 for the first.</param>
        public void AnswerWord(string words, int place)
        {
            WordList.WriteShort(Answer(), words, place);
        }

        /// <summary>True at the end of a setting's parameters, if it is to be carried out now.</summary>
        public bool EndSetting()
        {
            Finish();
            return IsReady;
        }

        // The parameter that is read next; the last one again where it may stand several times.
        private SettingParameter NextParameter()
        {
            SettingParameter parameter = _row.ParameterAt(_parameter);
            _parameter += _parameter < _row.ParameterCount - 1 ? 1 : 0;
            return parameter;
        }

        private bool ReadNumber(string name, ScpiUnit unit, int min, int max, int standard)
        {
            if (!FindArgument())
            {
                Fail(ScpiError.MissingParameter).Add(name);
                return false;
            }

            if (IsWord("MINimum") || IsWord("MAXimum") || IsWord("DEFault"))
            {
                _value = IsWord("MINimum") ? min : IsWord("MAXimum") ? max : standard;
                return true;
            }

            int error = _number.Read(_text, _argumentStart, _argumentEnd, unit);
            if (error != ScpiError.None)
            {
                AddArgument(Fail(error), name);
                return false;
            }

            if (_number.Value < min || _number.Value > max)
            {
                TextBuffer detail = Fail(ScpiError.DataOutOfRange);
                AddArgument(detail, name);
                detail.Add(" is outside ");
                detail.AddFixed(min, unit.Decimals, true);
                detail.Add(" to ");
                detail.AddFixed(max, unit.Decimals, true);
                detail.Add(unit.Symbol.Length == 0 ? "" : " ");
                detail.Add(unit.Symbol);
                return false;
            }

            _value = (int)_number.Value;
            return true;
        }

        private void AddArgument(TextBuffer detail, string name)
        {
            detail.Add(name);
            detail.Add(' ');
            detail.Add(_text, _argumentStart, _argumentEnd);
        }

        private bool NextArgument(SettingParameter parameter)
        {
            if (!FindArgument())
            {
                Fail(ScpiError.MissingParameter).Add(parameter.Name);
                return false;
            }

            return true;
        }

        private bool FindArgument()
        {
            char quote = '\0';
            int end = _position;
            while (end < _end && (quote != '\0' || _text[end] != ','))
            {
                char character = _text[end];
                quote = quote == character ? '\0' : quote == '\0' && (character == '"' || character == '\'') ? character : quote;
                end++;
            }

            _argumentStart = _position;
            _argumentEnd = end;
            _position = end + 1;
            while (_argumentStart < _argumentEnd && IsSpace(_text[_argumentStart]))
            {
                _argumentStart++;
            }

            while (_argumentEnd > _argumentStart && IsSpace(_text[_argumentEnd - 1]))
            {
                _argumentEnd--;
            }

            return _argumentEnd > _argumentStart;
        }

        internal static bool IsSpace(char character)
        {
            return character == ' ' || character == '\t';
        }

        private bool IsWord(string word)
        {
            return ScpiMatcher.IsForm(word, _text, _argumentStart, _argumentEnd);
        }

        private bool IsQuoted()
        {
            char quote = _text[_argumentStart];
            return _argumentEnd - _argumentStart >= 2 && (quote == '"' || quote == '\'') && _text[_argumentEnd - 1] == quote;
        }

        private bool AnswerBound(SettingParameter parameter)
        {
            bool isDefault = IsWord("DEFault");
            if (isDefault && _row.Is(SettingRow.Timed))
            {
                Answer().Add("OFF");
                return true;
            }

            bool isBound = isDefault || IsWord("MINimum") || IsWord("MAXimum");
            if (isBound)
            {
                AnswerNumber(isDefault ? parameter.Default : IsWord("MINimum") ? parameter.Minimum : parameter.Maximum, parameter.Unit);
            }

            return isBound;
        }

        private bool Refuse(SettingParameter parameter, string remedy)
        {
            TextBuffer detail = Fail(ScpiError.IllegalParameterValue);
            AddArgument(detail, parameter.Name);
            detail.Add(remedy);
            return false;
        }
    }
}
