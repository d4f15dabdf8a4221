using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>How the master makes one bank out of its batteries. Makers do not publish it, so all of it can be set.</summary>
    public sealed class AggregationPolicies
    {
        private static readonly string[] LimitNames = { "sum", "weakest", "master" };
        private static readonly string[] SocNames = { "weighted", "lowest", "highest", "master", "voltage" };
        private static readonly string[] FlagNames = { "any", "all" };
        private static readonly string[] TemperatureNames = { "mean", "highest", "lowest" };
        private static readonly string[] GapNames = { "stop-and-alarm", "stop", "skip" };
        private static readonly string[] FullVoltageNames = { "keep", "float", "ramp" };

        /// <summary>How CCL and DCL are made.</summary>
        public LimitPolicy Limits;

        /// <summary>How SOC is made.</summary>
        public SocPolicy Soc;

        /// <summary>When a protection is reported.</summary>
        public FlagPolicy Flags;

        /// <summary>How temperature is made.</summary>
        public TemperaturePolicy Temperature;

        /// <summary>What happens at a gap in the addresses.</summary>
        public GapPolicy Gaps;

        /// <summary>What CVL does while the bank is full.</summary>
        public FullVoltagePolicy FullVoltage;

        /// <summary>True where the bank withdraws its charge enable (0x35C bit 7) while it is full.</summary>
        public bool FullDropsEnable;

        /// <summary>Takes the policies of a product.</summary>
        public AggregationPolicies(BatteryProfile profile)
        {
            Limits = (LimitPolicy)IndexOf(LimitNames, profile.TextOf(ProfileKey.LimitPolicy));
            Soc = (SocPolicy)IndexOf(SocNames, profile.TextOf(ProfileKey.SocPolicy));
            Flags = (FlagPolicy)IndexOf(FlagNames, profile.TextOf(ProfileKey.FlagPolicy));
            Temperature = (TemperaturePolicy)IndexOf(TemperatureNames, profile.TextOf(ProfileKey.TemperaturePolicy));
            Gaps = (GapPolicy)IndexOf(GapNames, profile.TextOf(ProfileKey.GapPolicy));
            FullVoltage = (FullVoltagePolicy)IndexOf(FullVoltageNames, profile.TextOf(ProfileKey.FullChargeVoltage));
            FullDropsEnable = profile.NumberOf(ProfileKey.FullDropsChargeEnable) != 0;
        }

        /// <summary>Names of the policies of a key, in the order of its enumeration; null for a key that is not a policy.</summary>
        public static string[] NamesOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.LimitPolicy: return LimitNames;
                case ProfileKey.SocPolicy: return SocNames;
                case ProfileKey.FlagPolicy: return FlagNames;
                case ProfileKey.TemperaturePolicy: return TemperatureNames;
                case ProfileKey.GapPolicy: return GapNames;
                case ProfileKey.FullChargeVoltage: return FullVoltageNames;
                default: return null;
            }
        }

        private static int IndexOf(string[] names, string name)
        {
            for (int index = 0; index < names.Length; index++)
            {
                if (names[index] == name)
                {
                    return index;
                }
            }

            return 0;
        }
    }
}
