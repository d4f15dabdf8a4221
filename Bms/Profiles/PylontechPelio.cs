namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech Pelio(-L) battery.</summary>
    public static class PylontechPelio
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-pelio";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Pylontech Pelio", "Pelio-like: current limits are assumed, not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            16,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "not found; Victron takes 100 Ah too when it does not know"),
                new ProfileValue(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "as on the US series"),
                new ProfileValue(ProfileKey.AddressBits,                          0,                    Provenance.Assumed,    "numbered along the link ports, as on the US series"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "of no effect: no address switches"),
                new ProfileValue(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                           16,                   Provenance.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                        1,                    Provenance.Assumed,    "the battery at the end of the link"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Documented, "Sol-Ark knowledge base, teaser of the Pylontech Pelio article (absorption); Victron dbus-systemcalc-py, dvcc.py"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               55700,                Provenance.Documented, "Sol-Ark knowledge base, teaser of the Pylontech Pelio article"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Assumed,    "2.875 V a cell"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Assumed,    "the capacity in one hour"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             980,                  Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: near 98 %"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % of the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: stays at 20 % until a cell reaches 3.55 V"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; Victron gives it a product id of its own, so the identity differs from the US series somewhere"),
                new ProfileValue(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Assumed,    "as on the US series"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, Pylontech", Provenance.Assumed,    "as on the US series"),
                new ProfileValue(ProfileKey.ChargeStepOnePercent,                 100,                  Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: it knows one step only, near 98 % SOC"),
                new ProfileValue(ProfileKey.ChargeStepTwoPercent,                 20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % until a cell reaches 3.55 V"),
                new ProfileValue(ProfileKey.ChargeStepThreePercent,               20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % until a cell reaches 3.55 V"),
                new ProfileValue(ProfileKey.FullChargeVoltage,                    "float",              Provenance.Assumed,    "its float voltage is documented, who applies it is not"),
                new ProfileValue(ProfileKey.ChargeStopCellMillivolts,             3550,                 Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: limit 0 at 3.55 V a cell"),
            });
#pragma warning restore IDE0055
        }
    }
}
