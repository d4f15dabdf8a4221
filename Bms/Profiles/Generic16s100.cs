namespace BatterySim.Bms.Profiles
{
    /// <summary>A battery of no make that fills all 16 addresses of four switches.</summary>
    public static class Generic16s100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "generic-16s-100";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Generic 16S 100 Ah", "No product: a test load for inverters, with round values.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "no product: the usual count"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "no product: a round value"),
                new ProfileValue(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "no product: one for each code of 4 switches"),
                new ProfileValue(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "no product: as on SOK"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "no product: as on SOK"),
                new ProfileValue(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "no product: all codes are used"),
                new ProfileValue(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "no product: all codes are used"),
                new ProfileValue(ProfileKey.MasterAddress,                        0,                    Provenance.Assumed,    "no product: a master at 0 is named on p. 34 of the Sol-Ark 15K manual of 2025"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no product: all codes are used in the chain"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "no product: 3.50 V a cell"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,    "no product: 3.40 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      44800,                Provenance.Assumed,    "no product: 2.80 V a cell"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Assumed,    "no product: the capacity in one hour"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "no product: the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "no product: as on SOK"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "no product: as on SOK"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "no product: the name that most inverters know"),
                new ProfileValue(ProfileKey.ChainPorts,                           "any",                Provenance.Assumed,    "no product: no port has a meaning"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, Pylontech type", Provenance.Assumed,    "no product: what a Sol-Ark expects in mode 00"),
            });
#pragma warning restore IDE0055
        }
    }
}
