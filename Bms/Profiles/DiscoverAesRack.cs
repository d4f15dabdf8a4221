namespace BatterySim.Bms.Profiles
{
    /// <summary>Discover AES RACKMOUNT battery behind a LYNK II gateway.</summary>
    public static class DiscoverAesRack
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "discover-aes-rack";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Discover AES RACKMOUNT 48-48-5120 with LYNK II", "AES-like: what LYNK II sends to a Sol-Ark was never captured.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "16 cells make 51.2 V at 3.2 V each");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "Discover 805-0038, open-loop battery settings");
            profile.Add(ProfileKey.BatteriesMax,                         35,                   Provenance.Family,     "180 kWh in closed loop at 5.12 kWh each");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Documented, "Discover 805-0038: the batteries join an AEbus network, no switches");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "of no effect: no address switches");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the gateway");
            profile.Add(ProfileKey.AddressMax,                           35,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Assumed,    "the LYNK II gateway talks to the inverter; its first battery stands for it");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         55200,                Provenance.Documented, "Discover 805-0038, open-loop charge settings: absorption");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               53600,                Provenance.Documented, "Discover 805-0038, open-loop charge settings: float");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      48000,                Provenance.Documented, "Discover 805-0038, closed-loop discharge settings; 950-0025 p. 27: Batt Empty");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          95000,                Provenance.Documented, "Discover 805-0038, open-loop battery settings: 95 A a battery");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       95000,                Provenance.Documented, "Discover 805-0038, open-loop battery settings: 95 A a battery");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "Discover 950-0025 says only that the BMS manages it; as on SOK");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "Discover 950-0025 says only that the BMS manages it; as on SOK");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ContinuousCurrentMilliamps,           70000,                Provenance.Family,     "AES RACKMOUNT: 70 A continuous, 95 A for an hour");
            profile.Add(ProfileKey.PeakSeconds,                          3600,                 Provenance.Family,     "AES RACKMOUNT: 70 A continuous, 95 A for an hour");
            profile.Add(ProfileKey.ChargeTemperatureTable,               "3.9C:0% 4C:100%",    Provenance.Family,     "AES RACKMOUNT: charges from 4 degrees Celsius");
            profile.Add(ProfileKey.FullChargeVoltage,                    "float",              Provenance.Family,     "Discover 805-0038: absorption 55.2 V, then float 53.6 V; given for open loop");
            profile.Add(ProfileKey.ManufacturerName,                     "DISCOVER",           Provenance.Family,     "captured from the same gateway in its Serial CAN protocol (bms-to-inverter issue 107); its Sol-Ark protocol was never captured");
            profile.Add(ProfileKey.ChainPorts,                           "AEbus to the LYNK II gateway", Provenance.Documented, "Discover 805-0038");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, LYNK protocol Sol-Ark, pin adapter 950-0016-SLRK", Provenance.Documented, "Discover 950-0025 p. 16");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
