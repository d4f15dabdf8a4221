namespace BatterySim.Bms.Profiles
{
    /// <summary>Deye SE-F12-C battery, 16 cells, in its setting Sol-ark.</summary>
    public static class DeyeSeF12C
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "deye-se-f12-c";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Deye SE-F12-C", "SE-F12-C-like: made from captures near full; its limit in mid charge was not captured.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Documented, "captured 0x361: 53.3 V at 3.34 V a cell");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,              230000,               Provenance.Documented, "captured 0x371 and the product name");
            profile.Add(ProfileKey.BatteriesMax,                          16,                   Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                56000,                Provenance.Assumed,    "not published; 3.50 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       48000,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           230000,               Provenance.Assumed,    "not captured below full; as its DCL");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        230000,               Provenance.Documented, "captured 0x351: the capacity in one hour");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "no step over SOC was captured");
            profile.Add(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "no step over SOC was captured");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Documented, "captured 0x351 at 100 %: CCL 0, CVL and DCL unchanged");
            profile.Add(ProfileKey.ManufacturerName,                      "DY001",              Provenance.Documented, "captured 0x35E; three binary bytes follow in it");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, protocol Sol-ark, which is its default", Provenance.Documented, "vladyspavlov/dbus-deye-battery, captures and protocol notes");
            profile.Add(ProfileKey.ProtectionSet,                         ProtectionSets.Pace16At230, Provenance.Assumed,    "none is published; the common levels for its current");
            profile.Add(ProfileKey.RechargePermille,                      950,                  Provenance.Family,     "vladyspavlov/dbus-deye-battery, captures and protocol notes: still 0 at 95.4 %; where it ends was not seen");
            profile.Add(ProfileKey.FullOpensChargeFet,                    1,                    Provenance.Documented, "captured 0x110 with 0x35C 40: charge FET open at 100 %");
            profile.Add(ProfileKey.FullDropsChargeEnable,                 1,                    Provenance.Documented, "captured 0x35C: 40 while the charge FET is open; C0 was captured too while it was closed");
            profile.Add(ProfileKey.FullChargeVoltage,                     "keep",               Provenance.Documented, "captured 0x351: 58.4 V at 100 %");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
