namespace BatterySim.Bms.Profiles
{
    /// <summary>Powersync LFP-LV battery, 51.2 V 100 Ah, with eight switches.</summary>
    public static class PowersyncLfpLv8Bit
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "powersync-lfp-lv-8bit";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep marks and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Powersync LFP-LV 8-bit", "Powersync-like: limits and switch codes are assumed, not verified on hardware.", hasSources);
            //          key                                              value                 mark             source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "16 cells make 51.2 V at 3.2 V each");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Documented, "Power Sync LFP-LV user manual, cover");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "Power Sync LFP-LV user manual, cover");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Documented, "Sol-Ark knowledge base, Powersync: at most 16 with 8-bit modules");
            profile.Add(ProfileKey.AddressBits,                          4,                    Provenance.Assumed,    "8 switches are documented, what they mean is not; 4 of them as the address fits the documented 16 batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Assumed,    "as on every related product with a published table");
            profile.Add(ProfileKey.AddressMin,                           0,                    Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Assumed,    "16 batteries need all 16 codes of 4 bits");
            profile.Add(ProfileKey.MasterAddress,                        0,                    Provenance.Assumed,    "the battery called HOST; its number is not published, and with 16 batteries some battery has to be 0");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address for a battery on its own is published");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,    "the manual's table is a picture that was not read; 3.50 V a cell");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,    "the manual's table is a picture that was not read; 3.40 V a cell");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46400,                Provenance.Assumed,    "the manual's table is a picture that was not read; 2.90 V a cell");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          50000,                Provenance.Assumed,    "the manual's table is a picture that was not read; half the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,    "the manual's table is a picture that was not read; the capacity in one hour");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,    "as on SOK");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,    "never captured; the name of the protocol that mode 00 speaks");
            profile.Add(ProfileKey.ChainPorts,                           "two RS485 sockets, used in alternation along the string", Provenance.Documented, "Sol-Ark knowledge base, Powersync");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, straight cable", Provenance.Documented, "Sol-Ark knowledge base, Powersync");
            profile.Add(ProfileKey.BreakerPowersBms,                     1,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on");
            profile.Add(ProfileKey.BreakerHoldMilliseconds,              20000,                Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on");
            profile.Add(ProfileKey.ProtectionSet,                        ProtectionSets.Seplos16,Provenance.Assumed,    "its eight switches look like Seplos's; the levels are Seplos 3.0 defaults");
            profile.Add(ProfileKey.ExpectsFollowerCount,                 1,                    Provenance.Assumed,    "as on Seplos, whose other four switches tell the master how many followers there are");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
