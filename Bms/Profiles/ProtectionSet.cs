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

        // Between these no row has anything to say: it spares the walk over the rows. Not an array by quantity, since all of them are read
        // every second of every battery.
        internal readonly int QuietCellMaxBelow;
        internal readonly int QuietCellMinAbove;
        internal readonly int QuietVoltageBelow;
        internal readonly int QuietVoltageAbove;
        internal readonly int QuietCurrentBelow;
        internal readonly int QuietCurrentAbove;
        internal readonly float QuietFetBelowDegrees;

        /// <summary>Current of either sign above which a rule faster than a second may trip, mA.</summary>
        internal readonly int FastLevelMilliamps;

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
            FastLevelMilliamps = FindFastLevel(rules);
            QuietCellMaxBelow = QuietBelow(Quantity.CellMax);
            QuietCellMinAbove = QuietAbove(Quantity.CellMin);
            QuietVoltageBelow = QuietBelow(Quantity.Voltage);
            QuietVoltageAbove = QuietAbove(Quantity.Voltage);
            QuietCurrentBelow = QuietBelow(Quantity.ChargeCurrent);
            QuietCurrentAbove = -QuietBelow(Quantity.DischargeCurrent);
            QuietFetBelowDegrees = (QuietBelow(Quantity.FetTemperature) - 1) / 10f;
            int charge = QuietBelow(Quantity.ChargeTemperature);
            int discharge = QuietBelow(Quantity.DischargeTemperature);
            QuietTemperatureBelow = charge < discharge ? charge : discharge;
            charge = QuietAbove(Quantity.ChargeTemperature);
            discharge = QuietAbove(Quantity.DischargeTemperature);
            QuietTemperatureAbove = charge > discharge ? charge : discharge;
        }

        /// <summary>Name by which profiles refer to this set.</summary>
        public string Name { get { return _name; } }

        /// <summary>Where the levels are from.</summary>
        public string Source { get { return _source; } }

        /// <summary>Over-current trips after which the battery stays off until it is restarted; 0 for never.</summary>
        public int LockoutTrips { get { return _lockoutTrips; } }

        /// <summary>The rows.</summary>
        public ProtectionRule[] Rules { get { return _rules; } }

        // Value below which no row that trips above has anything to say.
        private int QuietBelow(Quantity quantity)
        {
            int lowest = int.MaxValue;
            for (int index = 0; index < _rules.Length; index++)
            {
                if (_rules[index].Quantity == quantity && _rules[index].Trips == Trips.Above && FirstLevel(_rules[index]) < lowest)
                {
                    lowest = FirstLevel(_rules[index]);
                }
            }

            return lowest;
        }

        private int QuietAbove(Quantity quantity)
        {
            int highest = int.MinValue;
            for (int index = 0; index < _rules.Length; index++)
            {
                if (_rules[index].Quantity == quantity && _rules[index].Trips == Trips.Below && FirstLevel(_rules[index]) > highest)
                {
                    highest = FirstLevel(_rules[index]);
                }
            }

            return highest;
        }

        private static int FirstLevel(ProtectionRule rule)
        {
            return rule.Alarm != ProtectionRule.None ? rule.Alarm : rule.Protect;
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
            return rule.DelayMilliseconds <= SecondMilliseconds
                && (rule.Quantity == Quantity.ChargeCurrent || rule.Quantity == Quantity.DischargeCurrent);
        }
    }
}
