namespace BatterySim.Bms.Profiles
{
    /// <summary>A battery of no make that fills all 16 addresses of four switches.</summary>
    public static class Generic16s100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "generic-16s-100";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Generic 16S 100 Ah", "No product: a test load for inverters, with round values.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "no product: the usual count");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "no product: a round value");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "no product: one for each code of 4 switches");
            profile.Add(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "no product: as on SOK");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "no product: as on SOK");
            profile.Add(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "no product: all codes are used");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "no product: all codes are used");
            profile.Add(ProfileKey.MasterAddress,                        0,                    Provenance.Assumed,    "no product: a master at 0 is named on p. 34 of the Sol-Ark 15K manual of 2025");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no product: all codes are used in the chain");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "no product: 3.50 V a cell");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,    "no product: 3.40 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      44800,                Provenance.Assumed,    "no product: 2.80 V a cell");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Assumed,    "no product: the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "no product: the capacity in one hour");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "no product: as on SOK");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "no product: as on SOK");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "no product: the name that most inverters know");
            profile.Add(ProfileKey.ChainPorts,                           "any",                Provenance.Assumed,    "no product: no port has a meaning");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, Pylontech type", Provenance.Assumed,    "no product: what a Sol-Ark expects in mode 00");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
