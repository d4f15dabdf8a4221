namespace BatterySim.Bms.Profiles
{
    /// <summary>BYD Battery-Box LVS, 16 cells a module.</summary>
    public static class BydLvs
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "byd-lvs";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "BYD Battery-Box LVS", "LVS-like: made from one capture on a Victron; a Sol-Ark list with it was not found.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Family,     "captured: 53.1 V at 3.31 V a cell");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,              78000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 156 Ah in 0x379");
            profile.Add(ProfileKey.BatteriesMax,                          16,                   Provenance.Assumed,    "not published here");
            profile.Add(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                55000,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: floats at 55 V");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       43000,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           64000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 128 A in 0x351 at 67 %");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        64000,                Provenance.Documented, "captured by dfch/BydCanProtocol: two modules, 128 A in 0x351 at 67 %");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "no step over SOC was captured");
            profile.Add(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "no step over SOC was captured");
            profile.Add(ProfileKey.ChargeTemperatureTable,                "0C:0% 14C:100%",     Provenance.Family,     "captured by dfch/BydCanProtocol: whole at 14.0 degrees Celsius; the line down to 0 assumed");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full");
            profile.Add(ProfileKey.ManufacturerName,                      "BYD",                Provenance.Documented, "captured 0x35E");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published here");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, Victron set without 0x359 and 0x35C", Provenance.Documented, "captured");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
