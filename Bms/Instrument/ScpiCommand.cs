namespace BatterySim.Bms.Instrument
{
    /// <summary>One row of the command table.</summary>
    public sealed class ScpiCommand
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

        /// <summary>A setting: set, asked for and saved.</summary>
        public const int Setting = Set | Query | Saved;

        private readonly string _pattern;
        private readonly int _kind;
        private readonly ScpiHandler _handler;
        private readonly int _tag;
        private readonly string _help;
        private readonly bool _hasModule;
        private readonly bool _hasCell;
        private readonly bool _hasFrame;
        private readonly bool _hasSlot;

        /// <summary>Makes a row.</summary>
        /// <param name="pattern">Header without question mark (<see cref="ScpiMatcher"/>).</param>
        /// <param name="kind">Bits of the constants above.</param>
        /// <param name="handler">What carries it out.</param>
        /// <param name="tag">Tells rows apart that share a handler.</param>
        /// <param name="help">Parameters, range, default, example and a sentence, with a tilde between them.</param>
        public ScpiCommand(string pattern, int kind, ScpiHandler handler, int tag, string help)
        {
            _pattern = pattern;
            _kind = kind;
            _handler = handler;
            _tag = tag;
            _help = help;
            _hasModule = NamesModule(pattern);
            _hasCell = NamesCell(pattern);
            _hasFrame = NamesFrame(pattern);
            _hasSlot = NamesSlot(pattern);
        }

        /// <summary>Header without question mark.</summary>
        public string Pattern { get { return _pattern; } }

        /// <summary>Bits of the constants of this class.</summary>
        public int Kind { get { return _kind; } }

        /// <summary>What carries it out.</summary>
        public ScpiHandler Handler { get { return _handler; } }

        /// <summary>Tells rows apart that share a handler.</summary>
        public int Tag { get { return _tag; } }

        /// <summary>Parameters, range, default, example and a sentence, with a tilde between them.</summary>
        public string Help { get { return _help; } }

        /// <summary>True if all of some bits are set.</summary>
        public bool Is(int kind)
        {
            return (_kind & kind) == kind;
        }

        /// <summary>True for a header that names a battery.</summary>
        public bool HasModule { get { return _hasModule; } }

        /// <summary>True for a header that names a cell.</summary>
        public bool HasCell { get { return _hasCell; } }

        /// <summary>True for a header that names a frame.</summary>
        public bool HasFrame { get { return _hasFrame; } }

        /// <summary>True for a header that names an extra frame.</summary>
        public bool HasSlot { get { return _hasSlot; } }

        /// <summary>True for the pattern of a header that names a battery.</summary>
        public static bool NamesModule(string pattern)
        {
            return pattern.StartsWith("MODule#");
        }

        /// <summary>True for the pattern of a header that names a cell.</summary>
        public static bool NamesCell(string pattern)
        {
            return pattern.IndexOf("CELL#") >= 0;
        }

        /// <summary>True for the pattern of a header that names a frame.</summary>
        public static bool NamesFrame(string pattern)
        {
            return pattern.IndexOf('@') >= 0;
        }

        /// <summary>True for the pattern of a header that names an extra frame.</summary>
        public static bool NamesSlot(string pattern)
        {
            return pattern.IndexOf("EXTRa#") >= 0;
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
                    text.AddHex((uint)suffix, 3);
                }
                else if (character != '[' && character != ']' && !isLeftOut && !(isShort && character >= 'a' && character <= 'z'))
                {
                    text.Add(ScpiMatcher.ToUpper(character));
                }
            }
        }
    }
}
