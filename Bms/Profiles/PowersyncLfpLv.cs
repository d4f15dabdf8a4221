namespace BatterySim.Bms.Profiles
{
    /// <summary>What the Powersync LFP-LV batteries share, whichever switches they have.</summary>
    internal static class PowersyncLfpLv
    {
        /// <summary>What a user must know before trusting one of them.</summary>
        public const string Caveat = "Powersync-like: limits and switch codes are assumed, not verified on hardware.";

        /// <summary>Adds the rows of both, and then what no row gave. Rows of one product go before.</summary>
        public static BatteryProfile Complete(BatteryProfile profile)
        {
#pragma warning disable IDE0055 // columns
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,    "16 cells make 51.2 V at 3.2 V each");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Documented, "Power Sync LFP-LV user manual, cover");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Documented, "Power Sync LFP-LV user manual, cover");
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
            profile.Add(ProfileKey.ChainPortsAlternate,                  1,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync: alternating port connections down the string");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, straight cable", Provenance.Documented, "Sol-Ark knowledge base, Powersync");
            profile.Add(ProfileKey.BreakerPowersBms,                     1,                    Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on");
            profile.Add(ProfileKey.BreakerHoldMilliseconds,              20000,                Provenance.Documented, "Sol-Ark knowledge base, Powersync: breaker off, set the switches, wait 20 s, breaker on");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
