namespace BatterySim.Bms.Profiles
{
    /// <summary>The protections of one BMS, all levels for one battery.</summary>
    public sealed class ProtectionSet
    {
        private readonly string _name;
        private readonly string _source;
        private readonly ProtectionRule[] _rules;
        private readonly int _lockoutTrips;

        /// <summary>Makes a set.</summary>
        /// <param name="name">Name by which profiles refer to it.</param>
        /// <param name="source">Where the levels are from.</param>
        /// <param name="lockoutTrips">Over-current trips after which the battery stays off until it is restarted; 0 for never.</param>
        /// <param name="rules">The rows.</param>
        public ProtectionSet(string name, string source, int lockoutTrips, ProtectionRule[] rules)
        {
            _name = name;
            _source = source;
            _lockoutTrips = lockoutTrips;
            _rules = rules;
        }

        /// <summary>Name by which profiles refer to this set.</summary>
        public string Name { get { return _name; } }

        /// <summary>Where the levels are from.</summary>
        public string Source { get { return _source; } }

        /// <summary>Over-current trips after which the battery stays off until it is restarted; 0 for never.</summary>
        public int LockoutTrips { get { return _lockoutTrips; } }

        /// <summary>The rows.</summary>
        public ProtectionRule[] Rules { get { return _rules; } }
    }
}
