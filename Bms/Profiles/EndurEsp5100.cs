namespace BatterySim.Bms.Profiles
{
    /// <summary>EndurEnergy ESP-5100 rack battery.</summary>
    public static class EndurEsp5100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "endur-esp5100";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "EndurEnergy ESP-5100", "ESP-5100-like: nearly everything is assumed, not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "usual for a 5.1 kWh battery"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "the name suggests 5.1 kWh"),
                new ProfileValue(ProfileKey.BatteriesMax,                         8,                    Provenance.Documented, "Sol-Ark knowledge base, teaser of the EndurEnergy article"),
                new ProfileValue(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "switches unknown; 4 count the documented 8 batteries"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on every related product with a published table"),
                new ProfileValue(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "the highest code of 4 bits"),
                new ProfileValue(ProfileKey.MasterAddress,                        1,                    Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address for a battery on its own is published"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "3.50 V a cell"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               54000,                Provenance.Assumed,    "3.375 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Assumed,    "2.875 V a cell"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          50000,                Provenance.Assumed,    "half the capacity in one hour"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; the name of the protocol that mode 00 speaks"),
                new ProfileValue(ProfileKey.ChainPorts,                           "M/S ports",          Provenance.Documented, "Sol-Ark knowledge base, teaser of the EndurEnergy article"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, custom cable, BMS Lithium Batt 00", Provenance.Assumed,    "CAN and the custom cable as in the Sol-Ark teaser of the EndurEnergy article; the mode number is assumed"),
            });
#pragma warning restore IDE0055
        }
    }
}
