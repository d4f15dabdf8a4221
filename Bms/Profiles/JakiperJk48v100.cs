namespace BatterySim.Bms.Profiles
{
    /// <summary>Jakiper JK48V100 battery with a PACE P16S100A: the reference of that BMS.</summary>
    public static class JakiperJk48v100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "jakiper-jk48v100";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Jakiper JK48V100", "JK48V100-like: protections read out of one battery, limits on the wire not captured.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Documented, "PACE P16S100A-1812 read-out");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,              103460,               Provenance.Documented, "read out: 103.46 Ah");
            profile.Add(ProfileKey.BatteriesMax,                          15,                   Provenance.Documented, "PACE RS485 protocol 2018-06-15: a master and 14 others, 1 to 15");
            profile.Add(ProfileKey.AddressBits,                           4,                    Provenance.Documented, "PACE Modbus V1.3 of 2017, table of addresses");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Documented, "PACE Modbus V1.3 of 2017, table of addresses");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15");
            profile.Add(ProfileKey.AddressMax,                            15,                   Provenance.Documented, "PACE RS485 protocol 2018-06-15");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15");
            profile.Add(ProfileKey.StandaloneAddress,                     0,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56000,                Provenance.Documented, "read out: full at 56.0 V");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                54400,                Provenance.Assumed,    "3.40 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       44800,                Provenance.Documented, "read out: low-voltage alarm of the pack");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Family,     "100 A class; its alarm is at 104 A");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Family,     "100 A class; its alarm is at 105 A");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              850,                  Provenance.Family,     "nkinnan/esphome-pace-bms issue 56: 200 A falls to 80 A at 85 %");
            profile.Add(ProfileKey.ChargeTaperPercent,                    40,                   Provenance.Family,     "nkinnan/esphome-pace-bms issue 56: 200 A falls to 80 A at 85 %");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                      "PYLON",              Provenance.Assumed,    "what a PACE in its setting Pylon is taken for");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Family,     "as on SOK, with the same BMS");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, list entry 0x01 of the PACE protocol: Pylon, Deye, Sol-Ark", Provenance.Documented, "nkinnan/esphome-pace-bms, protocol version 25");
            profile.Add(ProfileKey.ProtectionSet,                         ProtectionSets.Pace16, Provenance.Documented, "read out of this battery");
            profile.Add(ProfileKey.ChargeLimiterStartMilliamps,           100000,               Provenance.Documented, "read out: the limiter starts at 100 A");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
