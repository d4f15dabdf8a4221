using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Bms.Protocol
{
    /// <summary>Every frame that the bank can send. This is the only list of them.</summary>
    public static class FrameTable
    {
        private static readonly FrameDefinition[] All = Numbered(new FrameDefinition[]
        {
            new LimitsFrame(),         // 0x351
            new StateFrame(),          // 0x355
            new MeasurementsFrame(),   // 0x356
            new AlarmsFrame(),         // 0x359
            new VictronAlarmsFrame(),  // 0x35A
            new RequestsFrame(),       // 0x35C
            new NameFrame(),           // 0x35E
            new BatteryInfoFrame(),    // 0x35F
            new CapacityFrame(),       // 0x379
        });

        private static readonly uint[] AllIds = IdsOf(All);

        /// <summary>Number of different frames that the bank can send.</summary>
        public static int Count { get { return All.Length; } }

        /// <summary>Identifiers of all frames in the order of the table. Not to be written to.</summary>
        public static uint[] Ids { get { return AllIds; } }

        /// <summary>The frame at a place, 0 to <see cref="Count"/> - 1.</summary>
        public static FrameDefinition At(int index)
        {
            return All[index];
        }

        /// <summary>The frame with an identifier; null if the bank never sends it.</summary>
        public static FrameDefinition Find(uint id, bool isExtended)
        {
            for (int index = 0; index < All.Length; index++)
            {
                if (AllIds[index] == id && All[index].IsExtended == isExtended)
                {
                    return All[index];
                }
            }

            return null;
        }

        /// <summary>
        /// The frame with a number that an operator typed, with <see cref="FrameDefinition.ExtendedSuffix"/> the one with 29 bits, without it 11 bits
        /// before 29 bits; null if the bank never sends it.
        /// </summary>
        public static FrameDefinition Find(uint id)
        {
            if ((id & FrameDefinition.ExtendedSuffix) != 0)
            {
                return Find(id & ~(uint)FrameDefinition.ExtendedSuffix, true);
            }

            FrameDefinition standard = Find(id, false);
            return standard == null ? Find(id, true) : standard;
        }

        /// <summary>The frames with these identifiers, in that order; each must be in the table.</summary>
        internal static FrameDefinition[] Select(params uint[] ids)
        {
            FrameDefinition[] chosen = new FrameDefinition[ids.Length];
            for (int index = 0; index < ids.Length; index++)
            {
                chosen[index] = Find(ids[index]);
            }

            return chosen;
        }

        private static FrameDefinition[] Numbered(FrameDefinition[] frames)
        {
            for (int index = 0; index < frames.Length; index++)
            {
                frames[index].Index = index;
            }

            return frames;
        }

        private static uint[] IdsOf(FrameDefinition[] frames)
        {
            uint[] ids = new uint[frames.Length];
            for (int index = 0; index < frames.Length; index++)
            {
                ids[index] = frames[index].Id;
            }

            return ids;
        }
    }
}
