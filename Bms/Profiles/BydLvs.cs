namespace BatterySim.Bms.Profiles
{
    /// <summary>BYD Battery-Box LVS, 16 cells a module.</summary>
    public static class BydLvs
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "byd-lvs";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "BYD Battery-Box LVS", "LVS-like: made from one capture on a Victron; a Sol-Ark list with it was not found.", new ProfileValue[]
            {
                //               key                                     value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                             16,                   Provenance.Family,     "captured: 53.1 V at 3.31 V a cell"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,              78000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 156 Ah in 0x379"),
                new ProfileValue(ProfileKey.BatteriesMax,                          16,                   Provenance.Assumed,    "not published here"),
                new ProfileValue(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches"),
                new ProfileValue(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,                55000,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: floats at 55 V"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,       43000,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,           64000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 128 A in 0x351 at 67 %"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,        64000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 128 A in 0x351 at 67 %"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "no step over SOC was captured"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "no step over SOC was captured"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full"),
                new ProfileValue(ProfileKey.ManufacturerName,                      "BYD",                Provenance.Documented, "captured 0x35E"),
                new ProfileValue(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published here"),
                new ProfileValue(ProfileKey.InverterProtocol,                      "CAN, Victron set without 0x359 and 0x35C", Provenance.Documented, "captured"),
            });
#pragma warning restore IDE0055
        }
    }
}
