namespace BatterySim.Bms.Profiles
{
    /// <summary>One row of a protection set: what is guarded, when it warns, when it acts, when it lets go.</summary>
    public sealed class ProtectionRule
    {
        /// <summary>Stands for a level that a set does not have.</summary>
        public const int None = int.MinValue;

        /// <summary>Makes a row; see the properties.</summary>
        public ProtectionRule(
            string name,
            Quantity quantity,
            Trips trips,
            int alarm,
            int protect,
            int release,
            int delayMilliseconds,
            int releaseMilliseconds,
            int blocks,
            int flag)
        {
            Name = name;
            Quantity = quantity;
            Trips = trips;
            Alarm = alarm;
            Protect = protect;
            Release = release;
            DelayMilliseconds = delayMilliseconds;
            ReleaseMilliseconds = releaseMilliseconds;
            Blocks = blocks;
            Flag = flag;
        }

        /// <summary>Name for people.</summary>
        public string Name { get; }

        /// <summary>What is guarded.</summary>
        public Quantity Quantity { get; }

        /// <summary>On which side of its levels the rule trips.</summary>
        public Trips Trips { get; }

        /// <summary>Level of the alarm in the quantity's unit, or <see cref="None"/>.</summary>
        public int Alarm { get; }

        /// <summary>Level of the protection in the quantity's unit.</summary>
        public int Protect { get; }

        /// <summary>Level at which alarm and protection are let go, or <see cref="None"/> where only time releases.</summary>
        public int Release { get; }

        /// <summary>Time beyond the level before the protection acts, ms.</summary>
        public int DelayMilliseconds { get; }

        /// <summary>Time that a protection without release level holds, ms.</summary>
        public int ReleaseMilliseconds { get; }

        /// <summary>FETs that the protection opens, bits of <see cref="Profiles.Blocks"/>.</summary>
        public int Blocks { get; }

        /// <summary>Flag in 0x359, one bit of <c>BmsFlags</c>.</summary>
        public int Flag { get; }
    }
}
