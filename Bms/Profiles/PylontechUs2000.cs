namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US2000 and US2000C batteries, 15 cells.</summary>
    public static class PylontechUs2000
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us2000";

        /// <summary>Name by which a user asks for the later battery.</summary>
        public const string LaterName = "pylontech-us2000c";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
            const string Source = "Victron dbus-systemcalc-py, dvcc.py: half the capacity in one hour";
            return Create(Name, "Pylontech US2000", "US2000-like: not verified on hardware.", 25000, Source, hasSources);
        }

        /// <summary>The table of the US2000C.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile CreateLater(bool hasSources)
        {
            const string Source = "capture of ten US2000 and US3000: 370 A each way; one US2000C was seen with 25 A, 10 A near full";
            return Create(LaterName, "Pylontech US2000C", "US2000C-like: its current limits are those of a mixed rack.", 37000, Source, hasSources);
        }

        private static BatteryProfile Create(string name, string title, string caveat, int milliamps, string source, bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(name, title, caveat, hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,             50000,                Provenance.Assumed,    "public datasheet, recalled");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "public datasheet, recalled; older ones 8");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Documented, "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Documented, "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         53200,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Family,     "python-pylontech issue 31, read from a US5000");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          milliamps,            Provenance.Family,     source);
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       milliamps,            Provenance.Assumed,    "as its CCL, which is so in every capture of the series; 50 A may be the most");
            profile.Add(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Documented, "Pylontech US2000 manual p. 15");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Provenance.Documented, "Pylontech US2000 manual p. 15");
            profile.Add(ProfileKey.ForceChargeBit5OnPermille,            150,                  Provenance.Family,     "US2000B: bit 5 from 15 to 19 %");
            profile.Add(ProfileKey.ForceChargeBit5OffPermille,           190,                  Provenance.Family,     "US2000B: bit 5 from 15 to 19 %");
            profile.Add(ProfileKey.ForceChargeBit4OnPermille,            -1,                   Provenance.Family,     "US2000B: bit 4 unused");
#pragma warning restore IDE0055
            return PylontechUs.Complete(profile);
        }
    }
}
