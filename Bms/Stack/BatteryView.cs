using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;

namespace BatterySim.Bms.Stack
{
    /// <summary>What a master last received from one battery, itself included.</summary>
    /// <remarks>
    /// No object but an array of the values of <see cref="BatteryAnswer"/> and of whether it answers: a bank has one for each address, and on a
    /// board that takes half of the memory.
    /// </remarks>
    public static class BatteryView
    {
        /// <summary>Polls without answer after which a follower counts as lost.</summary>
        public const int MissesUntilLost = 3;

        // Misses in a row, and the two bits. What looks at every battery once a second reads them itself, which spares the calls.
        internal const int StateIndex = BatteryAnswer.Count;
        internal const int KnownBit = 0x100;
        internal const int OnlineBit = 0x200;
        private const int MissesMask = 0xFF;

        /// <summary>Makes a view of a battery from which nothing was received.</summary>
        public static int[] Make()
        {
            return new int[BatteryAnswer.Count + 1];
        }

        /// <summary>True once this battery has answered since the master started.</summary>
        public static bool IsKnown(int[] view)
        {
            return (view[StateIndex] & KnownBit) != 0;
        }

        /// <summary>True while it answers, and until the end of the round in which it missed its third poll.</summary>
        public static bool IsOnline(int[] view)
        {
            return (view[StateIndex] & OnlineBit) != 0;
        }

        /// <summary>True for a battery that answered once and does so no more.</summary>
        public static bool IsLost(int[] view)
        {
            return (view[StateIndex] & (KnownBit | OnlineBit)) == KnownBit;
        }

        /// <summary>Takes over an answer.</summary>
        [MethodImpl(Inline.Always)]
        public static void OnReceived(int[] view, BatteryModule module)
        {
            module.Answer(view);
            view[StateIndex] = KnownBit | OnlineBit;
        }

        /// <summary>Notes a poll without a usable answer.</summary>
        /// <returns>True if the battery is online and has missed so many that it has to be dropped.</returns>
        public static bool Miss(int[] view)
        {
            if ((view[StateIndex] & MissesMask) < MissesUntilLost)
            {
                view[StateIndex]++;
            }

            return IsOnline(view) && (view[StateIndex] & MissesMask) >= MissesUntilLost;
        }

        /// <summary>Counts the battery as lost if it has missed three polls in a row.</summary>
        public static void DropIfLost(int[] view)
        {
            if ((view[StateIndex] & MissesMask) >= MissesUntilLost)
            {
                view[StateIndex] &= ~OnlineBit;
            }
        }

        /// <summary>Forgets the battery, as a master does when it starts.</summary>
        public static void Forget(int[] view)
        {
            view[StateIndex] = 0;
        }
    }
}
