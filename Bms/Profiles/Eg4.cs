namespace BatterySim.Bms.Profiles
{
    /// <summary>EG4 batteries, 16 cells: what they share, and what sets each of them apart.</summary>
    public static class Eg4
    {
        /// <summary>Name by which a user asks for the LL-S.</summary>
        public const string LlsName = "eg4-ll-s";

        /// <summary>Name by which a user asks for the LifePower4.</summary>
        public const string LifePower4Name = "eg4-lifepower4";

        /// <summary>Name by which a user asks for the WallMount Indoor 280.</summary>
        public const string WallMount280Name = "eg4-wallmount-280";

        private const string Caveat = "EG4-like: levels from manuals; name, dialect and addresses assumed, never captured.";

#pragma warning disable IDE0055 // columns
        /// <summary>The table of the EG4 LL-S.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile CreateLls(bool hasSources)
        {
            BatteryProfile profile = new BatteryProfile(LlsName, "EG4 LL-S", Caveat, hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,              100000,               Provenance.Documented, "EG4 LL-S manual p. 31");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56800,                Provenance.Documented, "EG4 LL-S manual p. 31: 56.8 V of the BMS, 56.2 V advised");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Documented, "EG4 LL-S manual p. 31; 30 to 50 A advised");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Documented, "EG4 LL-S manual p. 31; 60 to 90 A advised");
            return Complete(profile);
        }

        /// <summary>The table of the EG4 LifePower4 v2.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile CreateLifePower4(bool hasSources)
        {
            BatteryProfile profile = new BatteryProfile(LifePower4Name, "EG4 LifePower4 v2", Caveat, hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,              100000,               Provenance.Documented, "EG4 LifePower4 v2 manual SR-48-100-LP4");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56800,                Provenance.Documented, "EG4 LifePower4 v2 manual SR-48-100-LP4");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Documented, "EG4 LifePower4 v2 manual SR-48-100-LP4; 50 A advised");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Documented, "EG4 LifePower4 v2 manual SR-48-100-LP4; 50 A advised");
            return Complete(profile);
        }

        /// <summary>The table of the EG4 WallMount Indoor 280.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile CreateWallMount280(bool hasSources)
        {
            BatteryProfile profile = new BatteryProfile(WallMount280Name, "EG4 WallMount Indoor 280", Caveat, hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CapacityMilliampereHours,              280000,               Provenance.Documented, "EG4 WallMount Indoor 280 manual");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56000,                Provenance.Documented, "EG4 WallMount Indoor 280 manual: 56.0 V of the BMS, 56.2 V advised");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           200000,               Provenance.Documented, "EG4 WallMount Indoor 280 manual; 60 to 160 A advised");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        200000,               Provenance.Documented, "EG4 WallMount Indoor 280 manual; 160 A advised");
            profile.Add(ProfileKey.BalanceCurrentMilliamps,               120,                  Provenance.Documented, "EG4 WallMount Indoor 280 manual");
            profile.Add(ProfileKey.BalanceDeltaMillivolts,                40,                   Provenance.Documented, "EG4 WallMount Indoor 280 manual");
            profile.Add(ProfileKey.ProtectionSet,                         ProtectionSets.Eg4Wall, Provenance.Documented, "EG4 WallMount Indoor 280 manual");
            return Complete(profile);
        }

        // Rows of one product go before those of the family.
        private static BatteryProfile Complete(BatteryProfile profile)
        {
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Documented, "EG4 manuals (LL-S p. 31, LifePower4 v2 SR-48-100-LP4, WallMount 280)");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Documented, "EG4 LL-S manual p. 31");
            profile.Add(ProfileKey.AddressBits,                           6,                    Provenance.Assumed,    "known as six for the LL series");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.BatteriesMax,                          16,                   Provenance.Assumed,    "as many as a Sol-Ark bank usually has; six address bits allow more");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "the manuals call it host; its number is assumed");
            profile.Add(ProfileKey.StandaloneAddress,                     0,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                54000,                Provenance.Documented, "EG4 LL-S manual p. 31");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       44800,                Provenance.Documented, "EG4 LL-S manual p. 31; 48.0 V is advised");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "no step over SOC is published");
            profile.Add(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "no step over SOC is published");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                      "EG4",                Provenance.Assumed,    "never captured");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, BMS Lithium Batt 00", Provenance.Assumed,    "never captured");
            profile.Add(ProfileKey.ProtectionSet,                         ProtectionSets.Eg4,   Provenance.Documented, "EG4 LL-S manual p. 31");
            profile.Add(ProfileKey.ChargeTemperatureTable,                "-5C:0% -4.9C:100% 70C:100%", Provenance.Documented, "no derating is published, only the stops");
            profile.Add(ProfileKey.DischargeTemperatureTable,             "-20C:0% -19.9C:100% 75C:100%", Provenance.Documented, "no derating is published, only the stops");
            return profile.Complete();
        }
#pragma warning restore IDE0055
    }
}
