namespace BatterySim.Bms.Profiles
{
    /// <summary>SOK SK48V100 rack battery: the default.</summary>
    public static class SokSk48v100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "sok-sk48v100";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "SOK SK48V100", "SOK-like: limits not verified on hardware.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Documented, "Victron dbus-systemcalc-py PR 9");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "esphome-pace-bms issue 35 and README");
            profile.Add(ProfileKey.BatteriesMax,                         15,                   Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.AddressBits,                          4,                    Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Documented, "Sol-Ark knowledge base, SOK: 13 is ON, OFF, ON, ON");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.StandaloneAddress,                    0,                    Provenance.Family,     "PACE RS485 protocol 2018-06-15: 0 is a stand-alone unit");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Family,     "PACE full-charge voltage (Jakiper P16S100A); SOK itself is only known to be above 55 V");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,    "3.40 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      44800,                Provenance.Family,     "PACE pack under-voltage alarm (Jakiper P16S100A)");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Family,     "PACE 100 A class, charge over-current alarm 104 A");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Family,     "PACE 100 A class, discharge over-current alarm 105 A");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Family,     "esphome-pace-bms issue 56");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Family,     "esphome-pace-bms issue 56: 200 A falls to 80 A");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Family,     "Victron dbus-systemcalc-py classes it as Pylontech; the exact bytes were never captured");
            profile.Add(ProfileKey.ChainPorts,                           "RS485B and RS485C, either", Provenance.Documented, "Sol-Ark knowledge base, SOK");
            profile.Add(ProfileKey.ProtectionSet,                        ProtectionSets.Pace16, Provenance.Family,    "SOK reports a PACE P16S100A BMS (esphome-pace-bms issue 35); all levels are user-writable");
            profile.Add(ProfileKey.ChargeLimiterStartMilliamps,          100000,               Provenance.Family,     "PACE charge-current limiter starts at 100 A (Jakiper P16S100A)");
            profile.Add(ProfileKey.ChainPortsAlternate,                  0,                    Provenance.Documented, "Sol-Ark knowledge base, SOK: either port can be used for each battery");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, Pylontech type", Provenance.Documented, "Sol-Ark knowledge base, SOK; Victron dbus-systemcalc-py PR 9");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
