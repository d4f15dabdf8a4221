namespace BatterySim.Bms.Profiles
{
    /// <summary>PYTES E-BOX-48100R (V5) rack battery, 16 cells.</summary>
    public static class PytesEbox48100R
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pytes-e-box-48100r";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "PYTES E-BOX-48100R (V5)", "E-BOX-48100R-like: limits from captures and screens, steps near full and cell thresholds not.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 54.9 V at 3.43 V a cell");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,              100000,               Provenance.Documented, "captured 0x379 of one module; 1200 Ah for twelve");
            profile.Add(ProfileKey.BatteriesMax,                          16,                   Provenance.Documented, "Sol-Ark integration guide V2.6 p. 23: one master and 15");
            profile.Add(ProfileKey.AddressBits,                           0,                    Provenance.Documented, "Sol-Ark integration guide V2.6 p. 23: batteries number themselves along the link ports");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                            16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Documented, "Sol-Ark integration guide V2.6 p. 23: the master is the battery whose Link Port 0 is empty");
            profile.Add(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56800,                Provenance.Documented, "captured 0x351 and 0x400 (OpenDTU-OnBattery PR 1466); ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                56800,                Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: float, absorption and equalise are all set to 56.8 V");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       45500,                Provenance.Documented, "captured 0x351 and 0x400 (OpenDTU-OnBattery PR 1466)");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           75000,                Provenance.Family,     "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 75 A a module recommended, 100 A the most");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        75000,                Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 900 A for twelve; captured 75 A for one");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              900,                  Provenance.Family,     "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 25 A at 91 %");
            profile.Add(ProfileKey.ChargeTaperPercent,                    33,                   Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 25 of 75 A at 91 % on the Li-Batt Info screen");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 0 A at 100 % with CVL and DCL unchanged");
            profile.Add(ProfileKey.ManufacturerName,                      "PYTES",              Provenance.Documented, "captured 0x35E: five bytes");
            profile.Add(ProfileKey.ChainPorts,                            "Link Port 0 and 1",  Provenance.Documented, "Sol-Ark integration guide V2.6 p. 23");
            profile.Add(ProfileKey.ChainPortsAlternate,                   1,                    Provenance.Family,     "Sol-Ark integration guide V2.6 p. 23: Link Port 0 of the master is empty, so a cable goes from port 1 to port 0");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, BMS Lithium Batt 00; ADD switches 1 and 5 up for a Sol-Ark", Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K");
            profile.Add(ProfileKey.ChargeStepOnePercent,                  33,                   Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 75, 25, 10, 0 A");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                  13,                   Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: about 10 A a module before full");
            profile.Add(ProfileKey.ChargeStepThreePercent,                13,                   Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: about 10 A a module before full");
            profile.Add(ProfileKey.ChargeTemperatureTable,                "0C:0% 9C:40% 10C:100% 40C:100% 45C:0%", Provenance.Documented, "captured 0x400 at 9.0 degrees Celsius: 30 of 75 A; PYTES V5 manual: derated outside 10 to 40 degrees, charge from 0 to 45; straight lines assumed");
            profile.Add(ProfileKey.DischargeTemperatureTable,             "-10C:0% 9C:100% 40C:100% 50C:0%", Provenance.Documented, "captured 0x400: whole at 9.0 degrees Celsius; PYTES V5 manual: derated outside 10 to 40 degrees, discharge from -10 to 50; straight lines assumed");
            profile.Add(ProfileKey.FullChargeVoltage,                     "keep",               Provenance.Documented, "ramccor/solarassistant-solark: a PYTES V5 bank on two Sol-Ark 15K: 56.8 V at 100 %");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
