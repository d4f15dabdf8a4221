namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US3000 and US3000C batteries, 15 cells.</summary>
    public static class PylontechUs3000c
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us3000c";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Pylontech US3000C", "US3000C-like: not verified on hardware.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,             74000,                Provenance.Family,     "diyBMSv4ESP32 pylon_canbus.cpp: 74 Ah each");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "as on US5000");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Family,     "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Family,     "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         53200,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Family,     "python-pylontech issue 31, read from a US5000");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          37000,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: half the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       37000,                Provenance.Assumed,    "half the capacity in one hour; 74 A may be the most");
            profile.Add(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Family,     "Pylontech US5000 manual p. 15 and US2000 manual p. 15");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Provenance.Family,     "Pylontech US5000 manual p. 15");
#pragma warning restore IDE0055
            return PylontechUs.Complete(profile);
        }
    }
}
