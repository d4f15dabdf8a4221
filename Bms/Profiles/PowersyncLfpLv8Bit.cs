namespace BatterySim.Bms.Profiles
{
    /// <summary>Powersync LFP-LV battery, 51.2 V 100 Ah, with eight switches.</summary>
    public static class PowersyncLfpLv8Bit
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "powersync-lfp-lv-8bit";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Powersync LFP-LV 8-bit", "Powersync-like: limits and switch codes are assumed, not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "16 cells make 51.2 V at 3.2 V each"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Documented, "Power Sync LFP-LV user manual, cover"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "Power Sync LFP-LV user manual, cover"),
                new ProfileValue(ProfileKey.BatteriesMax,                         16,                   Provenance.Documented, "Sol-Ark knowledge base, Powersync: at most 16 with 8-bit modules"),
                new ProfileValue(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "8 switches are documented, what they mean is not; 4 of them as the address fits the documented 16 batteries"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on every related product with a published table"),
                new ProfileValue(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits"),
                new ProfileValue(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits"),
                new ProfileValue(ProfileKey.MasterAddress,                        0,                    Provenance.Assumed,    "the battery called HOST; its number is not published, and with 16 batteries some battery has to be 0"),
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
                new ProfileValue(ProfileKey.ProtectionSet,                        ProtectionSets.Seplos16,Provenance.Assumed,    "its eight switches look like Seplos's; the levels are Seplos 3.0 defaults"),
                new ProfileValue(ProfileKey.ExpectsFollowerCount,                 1,                    Provenance.Assumed,    "as on Seplos, whose other four switches tell the master how many followers there are"),
            });
#pragma warning restore IDE0055
        }
    }
}
