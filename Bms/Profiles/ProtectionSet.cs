namespace BatterySim.Bms.Profiles
{
    /// <summary>The protections of one BMS, all levels for one battery.</summary>
    public sealed class ProtectionSet
    {
        private const int SecondMilliseconds = 1000;

        /// <summary>Temperature in 0.1 degrees below which no row for heat has anything to say.</summary>
        internal readonly int QuietTemperatureBelow;

        /// <summary>Temperature in 0.1 degrees above which no row for cold has anything to say.</summary>
        internal readonly int QuietTemperatureAbove;

        /// <summary>Current of either sign above which a rule faster than a second may trip, mA.</summary>
        internal readonly int FastLevelMilliamps;

        private readonly string _name;
        private readonly string _source;
        private readonly ProtectionRule[] _rules;
        private readonly int _lockoutTrips;
        private readonly int[] _quietBelow = new int[(int)Quantity.Count];
        private readonly int[] _quietAbove = new int[(int)Quantity.Count];

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
            FindQuietRange();
            FastLevelMilliamps = FindFastLevel(rules);
            int charge = (int)Quantity.ChargeTemperature;
            int discharge = (int)Quantity.DischargeTemperature;
            QuietTemperatureBelow = _quietBelow[charge] < _quietBelow[discharge] ? _quietBelow[charge] : _quietBelow[discharge];
            QuietTemperatureAbove = _quietAbove[charge] > _quietAbove[discharge] ? _quietAbove[charge] : _quietAbove[discharge];
        }

        /// <summary>Name by which profiles refer to this set.</summary>
        public string Name { get { return _name; } }

        /// <summary>Where the levels are from.</summary>
        public string Source { get { return _source; } }

        /// <summary>Over-current trips after which the battery stays off until it is restarted; 0 for never.</summary>
        public int LockoutTrips { get { return _lockoutTrips; } }

        /// <summary>The rows.</summary>
        public ProtectionRule[] Rules { get { return _rules; } }

        /// <summary>For each <see cref="Quantity"/> the value below which no row that trips above has anything to say.</summary>
        public int[] QuietBelow { get { return _quietBelow; } }

        /// <summary>For each <see cref="Quantity"/> the value above which no row that trips below has anything to say.</summary>
        public int[] QuietAbove { get { return _quietAbove; } }

        // Between these no row has anything to say: it spares the walk over the rows.
        private void FindQuietRange()
        {
            for (int quantity = 0; quantity < _quietAbove.Length; quantity++)
            {
                _quietBelow[quantity] = int.MaxValue;
                _quietAbove[quantity] = int.MinValue;
            }

            for (int index = 0; index < _rules.Length; index++)
            {
                ProtectionRule rule = _rules[index];
                int level = rule.Alarm != ProtectionRule.None ? rule.Alarm : rule.Protect;
                int quantity = (int)rule.Quantity;
                if (rule.Trips == Trips.Above && level < _quietBelow[quantity])
                {
                    _quietBelow[quantity] = level;
                }
                else if (rule.Trips == Trips.Below && level > _quietAbove[quantity])
                {
                    _quietAbove[quantity] = level;
                }
            }
        }

        private static int FindFastLevel(ProtectionRule[] rules)
        {
            int level = int.MaxValue;
            for (int index = 0; index < rules.Length; index++)
            {
                if (IsFast(rules[index]) && rules[index].Protect < level)
                {
                    level = rules[index].Protect;
                }
            }

            return level;
        }

        /// <summary>True for a row that may act between two seconds.</summary>
        internal static bool IsFast(ProtectionRule rule)
        {
            return rule.DelayMilliseconds < SecondMilliseconds
                && (rule.Quantity == Quantity.ChargeCurrent || rule.Quantity == Quantity.DischargeCurrent);
        }
    }
}
