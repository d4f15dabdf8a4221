using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>What a product allows in one bank, and how its batteries are numbered when they are set up correctly.</summary>
    public static class BankRules
    {
        /// <summary>Most batteries that one board plays: its memory is the limit.</summary>
        public const int BoardCapacity = 16;

        /// <summary>Most batteries that the desktop twin plays.</summary>
        public const int TwinCapacity = ProfileKeys.BatteriesMax;

        /// <summary>Says in one sentence why a bank of that size cannot be built; null if it can.</summary>
        /// <param name="profile">Product.</param>
        /// <param name="batteryCount">Batteries asked for, master included.</param>
        /// <param name="capacity">Most batteries that this home of the simulator has room for.</param>
        public static string FindProblem(BatteryProfile profile, int batteryCount, int capacity)
        {
            if (batteryCount < 1)
            {
                return "a bank of " + batteryCount + " batteries is not a bank; it needs at least its master.";
            }

            int max = profile.NumberOf(ProfileKey.BatteriesMax);
            if (batteryCount > max)
            {
                return profile.Title + " allows at most " + max + " batteries in one bank (" + AddressRule(profile) + "), but "
                    + batteryCount + " were asked for: 1 master and " + (batteryCount - 1) + " followers; ask for at most "
                    + (max - 1) + " followers or for another profile.";
            }

            if (batteryCount > capacity)
            {
                return "there is room for " + capacity + " batteries here, but " + batteryCount + " were asked for; ask for at most "
                    + (capacity - 1) + " followers.";
            }

            return null;
        }

        /// <summary>Address of the n-th battery of a correctly numbered bank: the master's, then upwards, and from the lowest again.</summary>
        /// <param name="profile">Product.</param>
        /// <param name="index">0 for the master.</param>
        public static int AddressOf(BatteryProfile profile, int index)
        {
            int min = profile.NumberOf(ProfileKey.AddressMin);
            int max = profile.NumberOf(ProfileKey.AddressMax);
            int address = profile.NumberOf(ProfileKey.MasterAddress) + index;
            return address > max ? address - (max - min + 1) : address;
        }

        private static string AddressRule(BatteryProfile profile)
        {
            string master = "master " + profile.NumberOf(ProfileKey.MasterAddress);
            string range = profile.NumberOf(ProfileKey.AddressMin) + " to " + profile.NumberOf(ProfileKey.AddressMax);
            return profile.NumberOf(ProfileKey.AddressBits) == 0
                ? "numbered " + range + " along the chain"
                : "addresses " + range + ", " + master;
        }
    }
}
