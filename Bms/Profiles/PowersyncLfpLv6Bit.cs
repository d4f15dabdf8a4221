namespace BatterySim.Bms.Profiles
{
    /// <summary>Powersync LFP-LV battery, 51.2 V 100 Ah, with six switches: for banks of more than 16.</summary>
    public static class PowersyncLfpLv6Bit
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "powersync-lfp-lv-6bit";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Powersync LFP-LV 6-bit", "Powersync-like: limits and switch codes are assumed, not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "16 cells make 51.2 V at 3.2 V each"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Documented, "Power Sync LFP-LV user manual, cover"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "Power Sync LFP-LV user manual, cover"),
                new ProfileValue(ProfileKey.BatteriesMax,                         64,                   Provenance.Assumed,    "Sol-Ark knowledge base, Powersync, allows more than 16 and gives no number; 6 bits count 64"),
                new ProfileValue(ProfileKey.AddressBits,                          6,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on HomeGrid, whose six switches start at the least significant bit"),
                new ProfileValue(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "taken by the sixty-fourth battery only"),
                new ProfileValue(ProfileKey.AddressMax,                           63,                   Provenance.Assumed,    "the highest code of 6 bits"),
                new ProfileValue(ProfileKey.MasterAddress,                        1,                    Provenance.Family,     "HomeGrid Stack'd manual p. 10: the 6-bit master is 1"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address for a battery on its own is published"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "the manual's table is a picture that was not read; 3.50 V a cell"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,    "the manual's table is a picture that was not read; 3.40 V a cell"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      46400,                Provenance.Assumed,    "the manual's table is a picture that was not read; 2.90 V a cell"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          50000,                Provenance.Assumed,    "the manual's table is a picture that was not read; half the capacity in one hour"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the manual's table is a picture that was not read; the capacity in one hour"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "as on SOK"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; the name of the protocol that mode 00 speaks"),
                new ProfileValue(ProfileKey.ChainPorts,                           "two RS485 sockets, used in alternation along the string", Provenance.Documented, "Sol-Ark knowledge base, Powersync"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, straight cable", Provenance.Documented, "Sol-Ark knowledge base, Powersync"),
                new ProfileValue(ProfileKey.BreakerPowersBms,                     1,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on"),
                new ProfileValue(ProfileKey.BreakerHoldMilliseconds,              20000,                Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on"),
            });
#pragma warning restore IDE0055
        }
    }
}
