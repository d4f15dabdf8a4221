namespace BatterySim.Bms.Profiles
{
    /// <summary>Eco-Worthy Cubix 100 battery, 16 cells.</summary>
    public static class EcoWorthyCubix100
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "eco-worthy-cubix-100";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Eco-Worthy Cubix 100", "Cubix-100-like: made from captures of one site; protections are not published.", new ProfileValue[]
            {
                //               key                                     value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                             16,                   Provenance.Documented, "captured: 52.41 V at 3.27 V a cell"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,              51200,                Provenance.Assumed,    "16 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,              100000,               Provenance.Documented, "captured 0x379: 200 Ah for two"),
                new ProfileValue(ProfileKey.BatteriesMax,                          15,                   Provenance.Assumed,    "two were seen; not published"),
                new ProfileValue(ProfileKey.AddressBits,                           0,                    Provenance.Assumed,    "no switches that number batteries are known"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,    1,                    Provenance.Assumed,    "of no effect without address switches"),
                new ProfileValue(ProfileKey.AddressMin,                            1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                            15,                   Provenance.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                         1,                    Provenance.Assumed,    "two were seen; which of them speaks is not published"),
                new ProfileValue(ProfileKey.StandaloneAddress,                     -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,          58400,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,                56000,                Provenance.Assumed,    "not published; 3.50 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,       44800,                Provenance.Documented, "captured 0x351"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,           100000,               Provenance.Documented, "captured 0x351: 200 A for two"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,        100000,               Provenance.Documented, "captured 0x351: 200 A for two"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,              1000,                 Provenance.Assumed,    "finitor/power-system, two Cubix 100: whole at 88 %, steps follow the cells"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                    100,                  Provenance.Assumed,    "finitor/power-system, two Cubix 100: whole at 88 %, steps follow the cells"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                     0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks"),
                new ProfileValue(ProfileKey.ManufacturerName,                      "PYLON   ",           Provenance.Documented, "captured 0x35E: all eight bytes"),
                new ProfileValue(ProfileKey.ChainPorts,                            "any",                Provenance.Assumed,    "not published"),
                new ProfileValue(ProfileKey.InverterProtocol,                      "CAN, Pylontech set with 0x35F and 0x370 to 0x379", Provenance.Documented, "captured"),
                new ProfileValue(ProfileKey.ChargeStepOnePercent,                  50,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A"),
                new ProfileValue(ProfileKey.ChargeStepTwoPercent,                  20,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A; 3.513 V at the last step"),
                new ProfileValue(ProfileKey.ChargeStepThreePercent,                20,                   Provenance.Documented, "finitor/power-system, two Cubix 100: 200, 100, 40 A"),
                new ProfileValue(ProfileKey.ChargeTemperatureTable,                "0C:0% 11C:100%",     Provenance.Family,     "whole at 11.3 degrees Celsius in the capture; the line down to 0 assumed"),
                new ProfileValue(ProfileKey.DischargeTemperatureTable,             "-20C:0% -15C:10% -5C:30% 5C:50% 10C:100%", Provenance.Family,     "whole at 11.3 degrees Celsius in the capture; below as the common table"),
            });
#pragma warning restore IDE0055
        }
    }
}
