namespace BatterySim.Bms.Profiles
{
    /// <summary>EndurEnergy ESP-5100 rack battery.</summary>
    public static class EndurEsp5100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "endur-esp5100";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "EndurEnergy ESP-5100", "ESP-5100-like: nearly everything is assumed, not verified on hardware.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "usual for a 5.1 kWh battery");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "the name suggests 5.1 kWh");
            profile.Add(ProfileKey.BatteriesMax,                         8,                    Provenance.Documented, "Sol-Ark knowledge base, teaser of the EndurEnergy article");
            profile.Add(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "switches unknown; 4 count the documented 8 batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on every related product with a published table");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "the highest code of 4 bits");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address for a battery on its own is published");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "3.50 V a cell");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               54000,                Provenance.Assumed,    "3.375 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Assumed,    "2.875 V a cell");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          50000,                Provenance.Assumed,    "half the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the capacity in one hour");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; the name of the protocol that mode 00 speaks");
            profile.Add(ProfileKey.ChainPorts,                           "M/S ports",          Provenance.Documented, "Sol-Ark knowledge base, teaser of the EndurEnergy article");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, custom cable, BMS Lithium Batt 00", Provenance.Assumed,    "CAN and the custom cable as in the Sol-Ark teaser of the EndurEnergy article; the mode number is assumed");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
