using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>Says whether a bank fits into the memory of a board before anything of it is built.</summary>
    /// <remarks>
    /// The interpreter of a board computes wrong results without a word when its heap is nearly full, so a reserve stays free at every moment.
    /// The sizes are those of nanoFramework's heap; a test weighs the bank of every product and holds them to it (<c>BankMemoryTests</c>).
    /// </remarks>
    public static class BankMemory
    {
        /// <summary>Bytes that stay free at every moment.</summary>
        public const int ReserveBytes = 12000;

        /// <summary>Bytes that a command may need for a moment.</summary>
        public const int CommandBytes = 6000;

        // A bank without its batteries: curve, protections, sharing, chain, masters. A master keeps an answer of each address.
        private const int BankBytes = 9030;
        private const int AddressBytes = 76;
        private const int BatteryBytes = 1220;
        private const int CellBytes = 12;

        /// <summary>Bytes that a bank takes.</summary>
        public static int BytesOf(BatteryProfile profile, int batteryCount)
        {
            return BytesOfNoBattery(profile) + (batteryCount * BytesPerBattery(profile));
        }

        /// <summary>Says in one sentence why a bank does not fit, and how many batteries would; null if it fits.</summary>
        /// <param name="memory">What measures the memory; null where there is enough in any case.</param>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="batteryCount">Batteries, master included.</param>
        /// <param name="inUse">Bank that goes first; null where there is none.</param>
        /// <param name="fittedBytes">Bytes of the largest bank since the start: what is no larger fits again.</param>
        public static string FindProblem(IFreeMemory memory, BatteryProfile profile, int batteryCount, BatteryBank inUse, int fittedBytes)
        {
            if (memory == null)
            {
                return null;
            }

            if (BytesOf(profile, batteryCount) <= fittedBytes)
            {
                return null;
            }

            int free = memory.MeasureBytes() + (inUse == null ? 0 : BytesOf(inUse.Profile, inUse.Count));
            int fitting = FittingCount(free, profile);
            if (batteryCount <= fitting)
            {
                return null;
            }

            return "no memory for " + batteryCount + " batteries of " + profile.Name + ": at most " + fitting + " fit (" + free + " bytes free)";
        }

        /// <summary>Most batteries of a product that fit; 0 where not even one does.</summary>
        /// <param name="freeBytes">Bytes that are free while there is no bank.</param>
        /// <param name="profile">Product of all batteries.</param>
        public static int FittingCount(int freeBytes, BatteryProfile profile)
        {
            int count = (freeBytes - ReserveBytes - CommandBytes - BytesOfNoBattery(profile)) / BytesPerBattery(profile);
            return count < 0 ? 0 : count;
        }

        private static int BytesOfNoBattery(BatteryProfile profile)
        {
            return BankBytes + (AddressBytes * (profile.NumberOf(ProfileKey.AddressMax) - profile.NumberOf(ProfileKey.AddressMin) + 1));
        }

        private static int BytesPerBattery(BatteryProfile profile)
        {
            return BatteryBytes + (CellBytes * profile.NumberOf(ProfileKey.CellCount));
        }
    }
}
