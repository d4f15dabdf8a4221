namespace BatterySim.Bms.Profiles
{
    /// <summary>Words for what a master can do with the values of its batteries, as profiles and settings write them.</summary>
    public static class PolicyNames
    {
        private static readonly string[] LimitNames = { "sum", "weakest", "master" };
        private static readonly string[] SocNames = { "weighted", "lowest", "highest", "master", "voltage" };
        private static readonly string[] FlagNames = { "any", "all" };
        private static readonly string[] TemperatureNames = { "mean", "highest", "lowest" };
        private static readonly string[] GapNames = { "stop-and-alarm", "stop", "skip" };
        private static readonly string[] FullVoltageNames = { "keep", "float", "ramp" };

        /// <summary>Names of the policies of a key, in the order of its enumeration; null for a key that is not a policy.</summary>
        public static string[] Of(ProfileKey key)
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
    }
}
