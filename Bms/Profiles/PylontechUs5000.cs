namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US5000 battery, 15 cells.</summary>
    public static class PylontechUs5000
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us5000";

        /// <summary>Name by which a user asks for the same battery with newer firmware.</summary>
        public const string NewerName = "pylontech-us5000-v13";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
            return Create(Name, "Pylontech US5000", 53200, "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %", hasSources);
        }

        /// <summary>The table with newer firmware, which integrators name by the set that it sends, V1.3.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile CreateNewer(bool hasSources)
        {
            const string Source = "Victron dbus-systemcalc-py, dvcc.py: with newer firmware";
            return Create(NewerName, "Pylontech US5000, newer firmware", 52800, Source, hasSources);
        }

        private static BatteryProfile Create(string name, string title, int chargeMillivolts, string chargeSource, bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(name, title, "US5000-like: not verified on hardware.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "public datasheet, recalled");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "public datasheet, recalled");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Family,     "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Family,     "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         chargeMillivolts,             Provenance.Family,     chargeSource);
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      45000,                Provenance.Documented, "captures of four and six US5000: 45.0 V in 0x351");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          80000,                Provenance.Documented, "captures of four and six US5000: 80 A a module at 25 degrees Celsius");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       80000,                Provenance.Documented, "captures of four and six US5000: 80 A a module at 25 degrees Celsius");
            profile.Add(ProfileKey.ChargeTemperatureTable,               "0C:0% 2C:25% 5.5C:37.5% 15C:100%", Provenance.Documented, "capture of four US5000 at 5.5 degrees Celsius: 30 A a module; elsewhere as the common table");
            profile.Add(ProfileKey.DischargeTemperatureTable,            "-20C:0% -15C:10% -5C:30% 5.5C:50% 10C:100%", Provenance.Documented, "capture of four US5000 at 5.5 degrees Celsius: 40 A a module; elsewhere as the common table");
            profile.Add(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Documented, "Pylontech US5000 manual p. 15");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Provenance.Documented, "Pylontech US5000 manual p. 15");
#pragma warning restore IDE0055
            return PylontechUs.Complete(profile);
        }
    }
}
