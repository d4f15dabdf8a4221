namespace BatterySim.Bms.Profiles
{
    /// <summary>Jakiper JK48V100 battery with a PACE P16S100A: the reference of that BMS.</summary>
    public static class JakiperJk48v100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "jakiper-jk48v100";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Jakiper JK48V100", "JK48V100-like: protections read out of one battery, limits on the wire not captured.", new ProfileValue[]
            {
                //               key                                     value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                             16,                   Provenance.Documented, "PACE P16S100A-1812 read-out"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,              103460,               Provenance.Documented, "read out: 103.46 Ah"),
                new ProfileValue(ProfileKey.BatteriesMax,                          15,                   Provenance.Documented, "PACE RS485 protocol 2018-06-15: a master and 14 others, 1 to 15"),
                new ProfileValue(ProfileKey.AddressBits,                           4,                    Provenance.Documented, "PACE Modbus V1.3 of 2017, table of addresses"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Documented, "PACE Modbus V1.3 of 2017, table of addresses"),
                new ProfileValue(ProfileKey.AddressMin,                            1,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15"),
                new ProfileValue(ProfileKey.AddressMax,                            15,                   Provenance.Documented, "PACE RS485 protocol 2018-06-15"),
                new ProfileValue(ProfileKey.MasterAddress,                         1,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15"),
                new ProfileValue(ProfileKey.StandaloneAddress,                     0,                    Provenance.Documented, "PACE RS485 protocol 2018-06-15"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,          56000,                Provenance.Documented, "read out: full at 56.0 V"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,                54400,                Provenance.Assumed,    "3.40 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,       44800,                Provenance.Documented, "read out: low-voltage alarm of the pack"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Family,     "100 A class; its alarm is at 104 A"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Family,     "100 A class; its alarm is at 105 A"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,              850,                  Provenance.Family,     "nkinnan/esphome-pace-bms issue 56: 200 A falls to 80 A at 85 %"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                    40,                   Provenance.Family,     "nkinnan/esphome-pace-bms issue 56: 200 A falls to 80 A at 85 %"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks"),
                new ProfileValue(ProfileKey.ManufacturerName,                      "PYLON",              Provenance.Assumed,    "what a PACE in its setting Pylon is taken for"),
                new ProfileValue(ProfileKey.ChainPorts,                            "any",                Provenance.Family,     "as on SOK, with the same BMS"),
                new ProfileValue(ProfileKey.InverterProtocol,                      "CAN, list entry 0x01 of the PACE protocol: Pylon, Deye, Sol-Ark", Provenance.Documented, "nkinnan/esphome-pace-bms, protocol version 25"),
                new ProfileValue(ProfileKey.ProtectionSet,                         ProtectionSets.Pace16, Provenance.Documented, "read out of this battery"),
                new ProfileValue(ProfileKey.ChargeLimiterStartMilliamps,           100000,               Provenance.Documented, "read out: the limiter starts at 100 A"),
            });
#pragma warning restore IDE0055
        }
    }
}
