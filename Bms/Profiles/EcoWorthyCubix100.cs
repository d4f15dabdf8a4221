namespace BatterySim.Bms.Profiles
{
    /// <summary>Eco-Worthy Cubix 100 battery, 16 cells.</summary>
    public static class EcoWorthyCubix100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "eco-worthy-cubix-100";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Eco-Worthy Cubix 100", "Cubix-100-like: made from captures of one site; protections are not published.", hasSources);
            //          key                                     value                 provenance       source
            profile.Add(ProfileKey.CellCount,                             16,                   Provenance.Documented, "captured: 52.41 V at 3.27 V a cell");
            profile.Add(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,              100000,               Provenance.Documented, "captured 0x379: 200 Ah for two");
            profile.Add(ProfileKey.BatteriesMax,                          15,                   Provenance.Assumed,    "two were seen; not published");
            profile.Add(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches");
            profile.Add(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                            15,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "two were seen; which of them speaks is not published");
            profile.Add(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.FloatVoltageMillivolts,                56000,                Provenance.Assumed,    "not published; 3.50 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,       44800,                Provenance.Documented, "captured 0x351");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Documented, "captured 0x351: 200 A for two");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Documented, "captured 0x351: 200 A for two");
            profile.Add(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "finitor/power-system, two Cubix 100: whole at 88 %, steps follow the cells");
            profile.Add(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "finitor/power-system, two Cubix 100: whole at 88 %, steps follow the cells");
            profile.Add(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                      "PYLON   ",           Provenance.Documented, "captured 0x35E: all eight bytes");
            profile.Add(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published");
            profile.Add(ProfileKey.InverterProtocol,                      "CAN, Pylontech set with 0x35F and 0x370 to 0x379", Provenance.Documented, "captured");
            profile.Add(ProfileKey.ChargeStepOnePercent,                  50,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                  20,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A; 3.513 V at the last step");
            profile.Add(ProfileKey.ChargeStepThreePercent,                20,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A");
            profile.Add(ProfileKey.ChargeTemperatureTable,                "0C:0% 11C:100%",     Provenance.Family,     "whole at 11.3 degrees Celsius in the capture; the line down to 0 assumed");
            profile.Add(ProfileKey.DischargeTemperatureTable,             "-20C:0% -15C:10% -5C:30% 5C:50% 10C:100%", Provenance.Family,     "whole at 11.3 degrees Celsius in the capture; below as the common table");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
