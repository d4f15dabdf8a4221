namespace BatterySim.Bms.Profiles
{
    /// <summary>Powersync LFP-LV battery, 51.2 V 100 Ah, with six switches: for banks of more than 16.</summary>
    public static class PowersyncLfpLv6Bit
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "powersync-lfp-lv-6bit";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Powersync LFP-LV 6-bit", PowersyncLfpLv.Caveat, hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.BatteriesMax,                         64,                   Provenance.Assumed,    "Sol-Ark knowledge base, Powersync, allows more than 16 and gives no number; 6 bits count 64");
            profile.Add(ProfileKey.AddressBits,                          6,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on HomeGrid, whose six switches start at the least significant bit");
            profile.Add(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "taken by the sixty-fourth battery only");
            profile.Add(ProfileKey.AddressMax,                           63,                   Provenance.Assumed,    "the highest code of 6 bits");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Family,     "HomeGrid Stack'd manual p. 10: the 6-bit master is 1");
#pragma warning restore IDE0055
            return PowersyncLfpLv.Complete(profile);
        }
    }
}
