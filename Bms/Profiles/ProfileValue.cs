namespace BatterySim.Bms.Profiles
{
    /// <summary>One value of a profile: a number or a text, how well it is known, and from where.</summary>
    public sealed class ProfileValue
    {
        private readonly ProfileKey _key;
        private readonly int _number;
        private readonly string _text;
        private readonly Provenance _provenance;
        private readonly string _source;

        /// <summary>A number, in the unit that the key's name says.</summary>
        public ProfileValue(ProfileKey key, int number, Provenance provenance, string source)
        {
            _key = key;
            _number = number;
            _provenance = provenance;
            _source = source;
        }

        /// <summary>A text.</summary>
        public ProfileValue(ProfileKey key, string text, Provenance provenance, string source)
        {
            _key = key;
            _text = text;
            _provenance = provenance;
            _source = source;
        }

        /// <summary>What this value is.</summary>
        public ProfileKey Key { get { return _key; } }

        /// <summary>The number; 0 for a text.</summary>
        public int Number { get { return _number; } }

        /// <summary>The text; null for a number.</summary>
        public string Text { get { return _text; } }

        /// <summary>How well it is known.</summary>
        public Provenance Provenance { get { return _provenance; } }

        /// <summary>Where it is from, or why it was assumed.</summary>
        public string Source { get { return _source; } }
    }
}
