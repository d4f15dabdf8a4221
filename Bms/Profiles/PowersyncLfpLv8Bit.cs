namespace BatterySim.Bms.Profiles
{
    /// <summary>Powersync LFP-LV battery, 51.2 V 100 Ah, with eight switches.</summary>
    public static class PowersyncLfpLv8Bit
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "powersync-lfp-lv-8bit";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Powersync LFP-LV 8-bit", PowersyncLfpLv.Caveat, hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Documented, "Sol-Ark knowledge base, Powersync: at most 16 with 8-bit modules");
            profile.Add(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "8 switches are documented, what they mean is not; 4 of them as the address fits the documented 16 batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on every related product with a published table");
            profile.Add(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits");
            profile.Add(ProfileKey.MasterAddress,                        0,                    Provenance.Assumed,    "the battery called HOST; its number is not published, and with 16 batteries some battery has to be 0");
            profile.Add(ProfileKey.ProtectionSet,                        ProtectionSets.Seplos16,Provenance.Assumed,    "its eight switches look like Seplos's; the levels are Seplos 3.0 defaults");
            profile.Add(ProfileKey.ExpectsFollowerCount,                 1,                    Provenance.Assumed,    "as on Seplos, whose other four switches tell the master how many followers there are");
#pragma warning restore IDE0055
            return PowersyncLfpLv.Complete(profile);
        }
    }
}
