namespace BatterySim.Bms.Profiles
{
    /// <summary>Deka Duration DD5300 battery, 16 cells.</summary>
    public static class DekaDd5300
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "deka-dd5300";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Deka Duration DD5300", "DD5300-like: voltages and temperatures from its manual; name, dialect, switches and cell thresholds assumed.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Assumed,    "52 V nominal and 56.0 V at the end of charge");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              52000,                Provenance.Documented, "Deka DD5300 manual");
            profile.Add(ProfileKey.CapacityMilliampereHours,              105000,               Provenance.Documented, "Deka DD5300 manual: 105 Ah, 100 of them usable");
            profile.Add(ProfileKey.BatteriesMax,                          15,                   Provenance.Documented, "Deka DD5300 manual: 15 in a cluster");
            profile.Add(ProfileKey.AddressBits,                           4,                    Provenance.Assumed,    "switches are named, their number is not");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "as on SOK and in the PACE table");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.AddressMax,                            15,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          56000,                Provenance.Documented, "Deka DD5300 manual p. 45");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                54200,                Provenance.Assumed,    "the end of its full current, Deka DD5300 manual p. 45");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       50500,                Provenance.Documented, "Deka DD5300 manual p. 45");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Documented, "Deka DD5300 manual p. 45: up to 54.2 V");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Documented, "Deka DD5300 manual p. 45; 200 A for 5 s");
            profile.Add(ProfileKey.JoinDifferenceMillivolts,              2000,                 Provenance.Documented, "Deka DD5300 manual p. 43: does not close in parallel above 2 V");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "its steps follow the voltage");
            profile.Add(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "its steps follow the voltage");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                      "PYLON",              Provenance.Assumed,    "never captured");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, BMS Lithium Batt 00", Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.ChargeStepOneCellMillivolts,           3400,                 Provenance.Family,     "Deka DD5300 manual p. 45: between 54.2 and 54.5 V of 16 cells");
            profile.Add(ProfileKey.ChargeStepOnePercent,                  10,                   Provenance.Documented, "Deka DD5300 manual p. 45: at most 10 A from 54.5 V");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                  10,                   Provenance.Documented, "Deka DD5300 manual p. 45: at most 10 A from 54.5 V");
            profile.Add(ProfileKey.ChargeStepThreePercent,                10,                   Provenance.Documented, "Deka DD5300 manual p. 45: at most 10 A from 54.5 V");
            profile.Add(ProfileKey.ChargeTemperatureTable,                "0C:0% 0.1C:25% 15C:25% 15.1C:100% 55C:100% 55.1C:0%", Provenance.Documented, "Deka DD5300 manual p. 46: a quarter from 0 to 15, whole to 55; none below 0 assumed, the page is unclear there");
            profile.Add(ProfileKey.DischargeTemperatureTable,             "-25C:10% -7C:10% -6.9C:50% 0C:50% 0.1C:100% 55C:100% 55.1C:50% 65C:50%", Provenance.Documented, "Deka DD5300 manual p. 46");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
