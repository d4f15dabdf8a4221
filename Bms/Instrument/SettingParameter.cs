namespace BatterySim.Bms.Instrument
{
    /// <summary>One parameter of a command: what it is called, what it may be and what it is by default.</summary>
    public sealed class SettingParameter
    {
        /// <summary>Name, as errors and the manual write it.</summary>
        public string Name;

        /// <summary>What it looks like.</summary>
        public SettingForm Form;

        /// <summary>Unit of a number.</summary>
        public ScpiUnit Unit;

        /// <summary>Least value of a number, in the smallest unit that is kept (<see cref="ScpiUnit"/>); fewest characters of a text.</summary>
        public int Minimum;

        /// <summary>Greatest value of a number, in the smallest unit that is kept; most characters of a text.</summary>
        public int Maximum;

        /// <summary>Value of DEF: a number, 1 or 0 of a switch, the place of a word.</summary>
        public int Default;

        /// <summary>Words of a choice with a bar between them, capitals for the short form; null where <see cref="Names"/> holds them.</summary>
        public string Words;

        /// <summary>Words of a choice that another table keeps; null where <see cref="Words"/> holds them.</summary>
        public string[] Names;

        /// <summary>Words that may stand in place of the value, with a bar between them; null for none.</summary>
        public string Others;

        /// <summary>True if it may be left out.</summary>
        public bool IsOptional;

        /// <summary>The range in words where numbers alone do not tell it; null for none.</summary>
        public string RangeNote;

        /// <summary>The default in words where it depends on something; null where <see cref="Default"/> is all.</summary>
        public string DefaultNote;

        /// <summary>Number of words of a choice.</summary>
        public int WordCount { get { return Names != null ? Names.Length : WordList.Count(Words); } }

        /// <summary>Narrows the range to what is possible at the moment.</summary>
        /// <param name="minimum">At least <see cref="Minimum"/>.</param>
        /// <param name="maximum">At most <see cref="Maximum"/>.</param>
        /// <param name="standard">What DEF stands for.</param>
        public void Narrow(int minimum, int maximum, int standard)
        {
            Minimum = minimum > Minimum ? minimum : Minimum;
            Maximum = maximum < Maximum ? maximum : Maximum;
            Default = standard;
        }

        /// <summary>Place of a word of a choice; -1 if it is not one of them.</summary>
        public int Find(char[] text, int start, int end)
        {
            if (Names == null)
            {
                return WordList.Find(Words, text, start, end);
            }

            for (int index = 0; index < Names.Length; index++)
            {
                if (ScpiMatcher.IsForm(Names[index], text, start, end))
                {
                    return index;
                }
            }

            return -1;
        }

        /// <summary>Writes the short form of a word of a choice.</summary>
        public void WriteShort(TextBuffer text, int index)
        {
            if (Names == null)
            {
                WordList.WriteShort(text, Words, index);
            }
            else
            {
                WordList.WriteShort(text, Names[index], 0);
            }
        }

        /// <summary>Writes all words of a choice, each with a space before it.</summary>
        public void WriteAll(TextBuffer text)
        {
            for (int index = 0; index < (Names == null ? 1 : Names.Length); index++)
            {
                text.Add(' ');
                string words = Names == null ? Words : Names[index];
                for (int place = 0; place < words.Length; place++)
                {
                    text.Add(words[place] == '|' ? ' ' : words[place]);
                }
            }
        }

        internal void Begin(string name, SettingForm form, ScpiUnit unit, int minimum, int maximum, int standard)
        {
            Name = name;
            Form = form;
            Unit = unit;
            Minimum = minimum;
            Maximum = maximum;
            Default = standard;
            Words = null;
            Names = null;
            Others = null;
            IsOptional = false;
            RangeNote = null;
            DefaultNote = null;
        }
    }
}
