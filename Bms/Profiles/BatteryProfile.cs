namespace BatterySim.Bms.Profiles
{
    /// <summary>One battery product as data.</summary>
    public sealed class BatteryProfile
    {
        private const int TextsMax = 13;

        private readonly string _name;
        private readonly string _title;
        private readonly string _caveat;
        private readonly int[] _numbers = new int[(int)ProfileKey.Count];
        private readonly string[] _texts = TextArray.Create(TextsMax);
        private readonly int[] _textKeys = new int[TextsMax];
        private int _textCount;
        private ProfileValue[] _values = new ProfileValue[(int)ProfileKey.Count];

        /// <summary>Makes a profile from its table.</summary>
        /// <param name="name">Name by which a user asks for it, lower case.</param>
        /// <param name="title">Product name for people.</param>
        /// <param name="caveat">What a user must know before trusting it.</param>
        /// <param name="values">A row for each key, in any order; a key left out has the value of <see cref="ModelDefaults"/>.</param>
        public BatteryProfile(string name, string title, string caveat, ProfileValue[] values)
            : this(name, title, caveat, values, new ProfileValue[0])
        {
        }

        /// <summary>Makes a profile from its own rows and, for keys not among them, from those of its family.</summary>
        /// <param name="name">Name by which a user asks for it, lower case.</param>
        /// <param name="title">Product name for people.</param>
        /// <param name="caveat">What a user must know before trusting it.</param>
        /// <param name="own">Rows of this product.</param>
        /// <param name="family">Rows that products of one make share.</param>
        public BatteryProfile(string name, string title, string caveat, ProfileValue[] own, ProfileValue[] family)
        {
            _name = name;
            _title = title;
            _caveat = caveat;
            Take(own);
            Take(family);
            Take(ModelDefaults.Create(NumberOf(ProfileKey.CapacityMilliampereHours)));
        }

        /// <summary>Name by which a user asks for this profile.</summary>
        public string Name { get { return _name; } }

        /// <summary>Product name for people.</summary>
        public string Title { get { return _title; } }

        /// <summary>What a user must know before trusting this profile.</summary>
        public string Caveat { get { return _caveat; } }

        /// <summary>False once <see cref="ForgetSources"/> was called.</summary>
        public bool HasSources { get { return _values != null; } }

        /// <summary>The value of a key with its mark and source.</summary>
        public ProfileValue ValueOf(ProfileKey key)
        {
            return _values[(int)key];
        }

        /// <summary>Keeps numbers and texts and lets marks and sources go: on a board they take 6 kB, and nobody there can ask for them.</summary>
        public void ForgetSources()
        {
            _values = null;
        }

        /// <summary>The number of a key, in the unit that the key's name says.</summary>
        public int NumberOf(ProfileKey key)
        {
            return _numbers[(int)key];
        }

        /// <summary>The text of a key.</summary>
        public string TextOf(ProfileKey key)
        {
            for (int index = 0; index < _textCount; index++)
            {
                if (_textKeys[index] == (int)key)
                {
                    return _texts[index];
                }
            }

            return null;
        }

        // The first value given for a key stands: a product's own row goes before the common one.
        private void Take(ProfileValue[] values)
        {
            for (int index = 0; index < values.Length; index++)
            {
                int key = (int)values[index].Key;
                if (_values[key] == null)
                {
                    _values[key] = values[index];
                    _numbers[key] = values[index].Number;
                    if (values[index].Text != null)
                    {
                        _texts[_textCount] = values[index].Text;
                        _textKeys[_textCount] = key;
                        _textCount++;
                    }
                }
            }
        }
    }
}
