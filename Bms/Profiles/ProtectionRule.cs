namespace BatterySim.Bms.Profiles
{
    /// <summary>One row of a protection set: what is guarded, when it warns, when it acts, when it lets go.</summary>
    public sealed class ProtectionRule
    {
        /// <summary>Stands for a level that a set does not have.</summary>
        public const int None = int.MinValue;

        // What is small lies in one field, since on a board each field of each row takes 12 bytes.
        private const int QuantityMask = 0xF;
        private const int TripsShift = 4;
        private const int TripsMask = 0x1;
        private const int BlocksShift = 5;
        private const int BlocksMask = 0x3;
        private const int FlagShift = 8;

        private readonly int _kind;

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
            _kind = (int)quantity | ((int)trips << TripsShift) | (blocks << BlocksShift) | (flag << FlagShift);
            Alarm = alarm;
            Protect = protect;
            Release = release;
            DelayMilliseconds = delayMilliseconds;
            ReleaseMilliseconds = releaseMilliseconds;
        }

        /// <summary>Name for people.</summary>
        public string Name { get; }

        /// <summary>What is guarded.</summary>
        public Quantity Quantity { get { return (Quantity)(_kind & QuantityMask); } }

        /// <summary>On which side of its levels the rule trips.</summary>
        public Trips Trips { get { return (Trips)((_kind >> TripsShift) & TripsMask); } }

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
        public int Blocks { get { return (_kind >> BlocksShift) & BlocksMask; } }

        /// <summary>Flag in 0x359, one bit of <c>BmsFlags</c>.</summary>
        public int Flag { get { return _kind >> FlagShift; } }
    }
}
