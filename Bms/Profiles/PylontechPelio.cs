namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech Pelio(-L) battery.</summary>
    public static class PylontechPelio
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-pelio";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Pylontech Pelio", "Pelio-like: current limits are assumed, not verified on hardware.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "not found; Victron takes 100 Ah too when it does not know");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "as on the US series");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Assumed,    "numbered along the link ports, as on the US series");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "of no effect: no address switches");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                           16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Assumed,    "the battery at the end of the link");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Documented, "Sol-Ark knowledge base, teaser of the Pylontech Pelio article (absorption); Victron dbus-systemcalc-py, dvcc.py");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               55700,                Provenance.Documented, "Sol-Ark knowledge base, teaser of the Pylontech Pelio article");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Assumed,    "2.875 V a cell");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Assumed,    "the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the capacity in one hour");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             980,                  Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: near 98 %");
            profile.Add(ProfileKey.ChargeTaperPercent,                   20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % of the capacity in one hour");
            profile.Add(ProfileKey.ChargeFullPercent,                    20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: stays at 20 % until a cell reaches 3.55 V");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; Victron gives it a product id of its own, so the identity differs from the US series somewhere");
            profile.Add(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Assumed,    "as on the US series");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, Pylontech", Provenance.Assumed,    "as on the US series");
            profile.Add(ProfileKey.ChargeStepOnePercent,                 100,                  Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: it knows one step only, near 98 % SOC");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                 20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % until a cell reaches 3.55 V");
            profile.Add(ProfileKey.ChargeStepThreePercent,               20,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: 20 % until a cell reaches 3.55 V");
            profile.Add(ProfileKey.FullChargeVoltage,                    "float",              Provenance.Assumed,    "its float voltage is documented, who applies it is not");
            profile.Add(ProfileKey.ChargeStopCellMillivolts,             3550,                 Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py: limit 0 at 3.55 V a cell");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
