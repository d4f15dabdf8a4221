using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>One row of the command table: a header with everything that is known about it.</summary>
    /// <remarks>
    /// Parser, errors, MIN, MAX and DEF, help, docs/scpi.md, completion, the keys of scenarios and their JSON Schema are made from it. A board has
    /// one such object and fills it with the row that it needs (<see cref="CommandTable.Fill"/>), so that the table itself takes no memory.
    /// </remarks>
    public sealed class SettingRow
    {
        /// <summary>It can be set.</summary>
        public const int Set = 1;

        /// <summary>It can be asked for.</summary>
        public const int Query = 2;

        /// <summary>*SAV keeps it.</summary>
        public const int Saved = 4;

        /// <summary>Asking for it changes it.</summary>
        public const int Takes = 8;

        /// <summary>It acts and leaves nothing that could be asked for.</summary>
        public const int Acts = 16;

        /// <summary>The last battery has none.</summary>
        public const int NotLast = 32;

        /// <summary>Behind its parameters a start and a duration may follow.</summary>
        public const int Timed = 64;

        /// <summary>Its last parameter may stand several times.</summary>
        public const int Repeats = 128;

        /// <summary>A setting: set, asked for and saved.</summary>
        public const int Setting = Set | Query | Saved;

        /// <summary>Longest start and duration, ms.</summary>
        public const int TimeMaxMilliseconds = 86400000;

        private const int ParameterMax = 2;

        private readonly SettingParameter[] _parameters = new SettingParameter[ParameterMax];
        private string _pattern = "";
        private int _kind;
        private int _command;
        private int _tag;
        private int _parameterCount;
        private string _example = "";
        private string _meaning = "";

        /// <summary>Makes an empty row.</summary>
        public SettingRow()
        {
            for (int index = 0; index < ParameterMax; index++)
            {
                _parameters[index] = new SettingParameter();
            }
        }

        /// <summary>Header without question mark (<see cref="ScpiMatcher"/>).</summary>
        public string Pattern { get { return _pattern; } }

        /// <summary>Bits of the constants of this class.</summary>
        public int Kind { get { return _kind; } }

        /// <summary>Tells rows apart that are carried out by the same code.</summary>
        public int Tag { get { return _tag; } }

        /// <summary>Parameters that it has, start and duration aside.</summary>
        public int ParameterCount { get { return _parameterCount; } }

        /// <summary>An example, as somebody would type it.</summary>
        public string Example { get { return _example; } }

        /// <summary>What it does, in a sentence or two.</summary>
        public string Meaning { get { return _meaning; } }

        /// <summary>What carries it out, a <see cref="CommandId"/>.</summary>
        internal int Command { get { return _command; } }

        /// <summary>True for a header that names a battery.</summary>
        public bool HasModule { get { return _pattern.StartsWith("MODule#"); } }

        /// <summary>True for a header that names a cell.</summary>
        public bool HasCell { get { return _pattern.IndexOf("CELL#") >= 0; } }

        /// <summary>True for a header that names a frame.</summary>
        public bool HasFrame { get { return _pattern.IndexOf('@') >= 0; } }

        /// <summary>True for a header that names an extra frame.</summary>
        public bool HasSlot { get { return _pattern.IndexOf("EXTRa#") >= 0; } }

        /// <summary>True for a header that names a follower of a board.</summary>
        public bool HasFollower { get { return _pattern.IndexOf("DIP#") >= 0; } }

        /// <summary>A parameter.</summary>
        /// <param name="index">0 for the first.</param>
        public SettingParameter ParameterAt(int index)
        {
            return _parameters[index];
        }

        /// <summary>True if all of some bits are set.</summary>
        public bool Is(int kind)
        {
            return (_kind & kind) == kind;
        }

        /// <summary>Writes the header in full, with suffixes and without brackets.</summary>
        public void WriteHeader(TextBuffer text, int first, int second)
        {
            Write(text, first, second, false);
        }

        /// <summary>Writes the short form of the header, without nodes that may be left out.</summary>
        public void WriteShortHeader(TextBuffer text, int first, int second)
        {
            Write(text, first, second, true);
        }

        internal SettingRow Begin(string pattern, int kind, CommandId command, int tag = 0)
        {
            _pattern = pattern;
            _kind = kind;
            _command = (int)command;
            _tag = tag;
            _parameterCount = 0;
            return this;
        }

        internal SettingRow Number(string name, ScpiUnit unit, int minimum, int maximum, int standard)
        {
            return Add(name, SettingForm.Number, unit, minimum, maximum, standard);
        }

        internal SettingRow Switch(string name, bool standard)
        {
            return Add(name, SettingForm.Switch, ScpiUnit.None, 0, 1, standard ? 1 : 0);
        }

        internal SettingRow Choice(string name, string words)
        {
            Add(name, SettingForm.Choice, ScpiUnit.None, 0, 0, 0);
            Last.Words = words;
            return this;
        }

        internal SettingRow ChoiceOf(string name, string[] names)
        {
            Add(name, SettingForm.Choice, ScpiUnit.None, 0, 0, 0);
            Last.Names = names;
            return this;
        }

        internal SettingRow Text(string name, int lengthMax)
        {
            return Add(name, SettingForm.Text, ScpiUnit.None, 0, lengthMax, 0);
        }

        internal SettingRow Or(string words)
        {
            Last.Others = words;
            return this;
        }

        internal SettingRow Optional()
        {
            Last.IsOptional = true;
            return this;
        }

        internal SettingRow Range(string note)
        {
            Last.RangeNote = note;
            return this;
        }

        internal SettingRow Standard(string note)
        {
            Last.DefaultNote = note;
            return this;
        }

        // True, so that a table can end each row with it.
        internal bool Says(string example, string meaning)
        {
            _example = example;
            _meaning = meaning;
            return true;
        }

        private SettingParameter Last { get { return _parameters[_parameterCount - 1]; } }

        private SettingRow Add(string name, SettingForm form, ScpiUnit unit, int minimum, int maximum, int standard)
        {
            _parameters[_parameterCount].Begin(name, form, unit, minimum, maximum, standard);
            _parameterCount++;
            return this;
        }

        private void Write(TextBuffer text, int first, int second, bool isShort)
        {
            int suffix = first;
            bool isLeftOut = false;
            for (int index = 0; index < _pattern.Length; index++)
            {
                char character = _pattern[index];
                isLeftOut = isShort && (character == '[' || (isLeftOut && character != ']'));
                if (character == '#')
                {
                    text.AddNumber(suffix);
                    suffix = second;
                }
                else if (character == '@')
                {
                    // Without a call between: this stands on the deepest chain of calls that a board needs room for.
                    int digits = suffix > (int)CanFrame.StandardIdMax ? FrameText.ExtendedDigits : FrameText.StandardDigits;
                    text.AddHex((uint)(suffix & ~FrameDefinition.ExtendedSuffix), digits);
                }
                else if (character != '[' && character != ']' && !isLeftOut && !(isShort && character >= 'a' && character <= 'z'))
                {
                    text.Add(ScpiMatcher.ToUpper(character));
                }
            }
        }
    }
}
