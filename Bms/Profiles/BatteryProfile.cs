namespace BatterySim.Bms.Profiles
{
    /// <summary>One battery product as data.</summary>
    public sealed class BatteryProfile
    {
        private const int TextsMax = 14;

        private readonly string _name;
        private readonly string _title;
        private readonly string _caveat;
        private readonly int[] _numbers = new int[(int)ProfileKey.Count];
        private readonly string[] _texts = TextArray.Create(TextsMax);
        private readonly byte[] _textKeys = new byte[TextsMax];
        private int _textCount;
        private readonly ProfileValue[] _values;

        // While a profile is made: the keys that have a value. After that the keys with a value of their own; null where there is none.
        private bool[] _isGiven = new bool[(int)ProfileKey.Count];

        /// <summary>Makes a profile without values: each is added with its row, and <see cref="Complete"/> adds what no row gave.</summary>
        /// <param name="name">Name by which a user asks for it, lower case.</param>
        /// <param name="title">Product name for people.</param>
        /// <param name="caveat">What a user must know before trusting it.</param>
        /// <param name="hasSources">True to keep caveat, provenances and sources. On a board they take 8 kB, and nobody there can ask.</param>
        public BatteryProfile(string name, string title, string caveat, bool hasSources)
        {
            _name = name;
            _title = title;
            _caveat = hasSources ? caveat : "";
            _values = hasSources ? new ProfileValue[(int)ProfileKey.Count] : null;
        }

        /// <summary>Makes a profile from its table, with provenances and sources.</summary>
        /// <param name="name">Name by which a user asks for it, lower case.</param>
        /// <param name="title">Product name for people.</param>
        /// <param name="caveat">What a user must know before trusting it.</param>
        /// <param name="values">A row for each key, in any order; a key left out has the value of <see cref="ModelDefaults"/>.</param>
        public BatteryProfile(string name, string title, string caveat, ProfileValue[] values)
            : this(name, title, caveat, true)
        {
            for (int index = 0; index < values.Length; index++)
            {
                Take(values[index].Key, values[index].Number, values[index].Text, values[index]);
            }

            Complete();
        }

        /// <summary>Name by which a user asks for this profile.</summary>
        public string Name { get { return _name; } }

        /// <summary>Product name for people.</summary>
        public string Title { get { return _title; } }

        /// <summary>What a user must know before trusting this profile; empty without <see cref="HasSources"/>.</summary>
        public string Caveat { get { return _caveat; } }

        /// <summary>True if provenances and sources were kept.</summary>
        public bool HasSources { get { return _values != null; } }

        /// <summary>The value of a key with its provenance and source; only where <see cref="HasSources"/>.</summary>
        public ProfileValue ValueOf(ProfileKey key)
        {
            return _values[(int)key];
        }

        /// <summary>Adds a number, in the unit that the key's name says. The first value given for a key stands.</summary>
        /// <param name="key">What this value is.</param>
        /// <param name="number">The number.</param>
        /// <param name="provenance">How well it is known.</param>
        /// <param name="source">Where it is from, or why it was assumed.</param>
        public void Add(ProfileKey key, int number, Provenance provenance, string source)
        {
            Take(key, number, null, _values == null ? null : new ProfileValue(key, number, provenance, source));
        }

        /// <summary>Adds a text; as the numbers.</summary>
        public void Add(ProfileKey key, string text, Provenance provenance, string source)
        {
            Take(key, 0, text, _values == null ? null : new ProfileValue(key, text, provenance, source));
        }

        /// <summary>Adds the values of <see cref="ModelDefaults"/> for all keys without one.</summary>
        /// <returns>This profile, to which nothing can be added any more.</returns>
        public BatteryProfile Complete()
        {
            ModelDefaults.AddTo(this);
            _isGiven = null;
            return this;
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

        /// <summary>True for a value that <see cref="With"/> put in place of the product's.</summary>
        public bool IsOwn(ProfileKey key)
        {
            return _isGiven != null && _isGiven[(int)key];
        }

        /// <summary>The same product with one value of its own. Nothing else changes with it, and both profiles stay in use.</summary>
        /// <param name="key">What the value is.</param>
        /// <param name="number">A number within <see cref="ProfileKeys"/>; 0 for a text.</param>
        /// <param name="text">A text; null for a number.</param>
        public BatteryProfile With(ProfileKey key, int number, string text)
        {
            const string Source = "given over SCPI without a source";
            BatteryProfile copy = new BatteryProfile(_name, _title, _caveat, HasSources);
            ProfileValue own = !HasSources ? null
                : text == null ? new ProfileValue(key, number, Provenance.Assumed, Source)
                : new ProfileValue(key, text, Provenance.Assumed, Source);
            copy.Take(key, number, text, own);
            for (int index = 0; index < (int)ProfileKey.Count; index++)
            {
                ProfileKey other = (ProfileKey)index;
                copy.Take(other, _numbers[index], TextOf(other), HasSources ? _values[index] : null);
            }

            for (int index = 0; index < (int)ProfileKey.Count; index++)
            {
                copy._isGiven[index] = index == (int)key || IsOwn((ProfileKey)index);
            }

            return copy;
        }

        private void Take(ProfileKey key, int number, string text, ProfileValue value)
        {
            int index = (int)key;
            if (_isGiven[index])
            {
                return;
            }

            _isGiven[index] = true;
            _numbers[index] = number;
            if (_values != null)
            {
                _values[index] = value;
            }

            if (text != null)
            {
                _texts[_textCount] = text;
                _textKeys[_textCount] = (byte)index;
                _textCount++;
            }
        }
    }
}
