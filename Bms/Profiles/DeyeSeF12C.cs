namespace BatterySim.Bms.Profiles
{
    /// <summary>Deye SE-F12-C battery, 16 cells, in its setting Sol-ark.</summary>
    public static class DeyeSeF12C
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "deye-se-f12-c";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Deye SE-F12-C", "SE-F12-C-like: made from captures near full; its limit in mid charge was not captured.", new ProfileValue[]
            {
                //               key                                     value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                             16,                   Provenance.Documented, "captured 0x361: 53.3 V at 3.34 V a cell"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,              230000,               Provenance.Documented, "captured 0x371 and the product name"),
                new ProfileValue(ProfileKey.BatteriesMax,                          16,                   Provenance.Assumed,    "not published"),
                new ProfileValue(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches"),
                new ProfileValue(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,                56000,                Provenance.Assumed,    "not published; 3.50 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,       48000,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,           230000,               Provenance.Assumed,    "not captured below full; as its DCL"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,        230000,               Provenance.Documented, "captured 0x351: the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "no step over SOC was captured"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "no step over SOC was captured"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Documented, "captured 0x351 at 100 %: CCL 0, CVL and DCL unchanged"),
                new ProfileValue(ProfileKey.ManufacturerName,                      "DY001",              Provenance.Documented, "captured 0x35E; three binary bytes follow in it"),
                new ProfileValue(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published"),
                new ProfileValue(ProfileKey.InverterProtocol,                      "CAN, protocol Sol-ark, which is its default", Provenance.Documented, "vladyspavlov/dbus-deye-battery, captures and protocol notes"),
                new ProfileValue(ProfileKey.ProtectionSet,                         ProtectionSets.Pace16At230, Provenance.Assumed,    "none is published; the common levels for its current"),
                new ProfileValue(ProfileKey.RechargePermille,                      950,                  Provenance.Family,     "vladyspavlov/dbus-deye-battery, captures and protocol notes: still 0 at 95.4 %; where it ends was not seen"),
                new ProfileValue(ProfileKey.FullOpensChargeFet,                    1,                    Provenance.Documented, "captured 0x110 with 0x35C 40: charge FET open at 100 %"),
                new ProfileValue(ProfileKey.FullDropsChargeEnable,                 1,                    Provenance.Documented, "captured 0x35C: 40 while the charge FET is open; C0 was captured too while it was closed"),
                new ProfileValue(ProfileKey.FullChargeVoltage,                     "keep",               Provenance.Documented, "captured 0x351: 58.4 V at 100 %"),
            });
#pragma warning restore IDE0055
        }
    }
}
