namespace BatterySim.Bms.Profiles
{
    /// <summary>HomeGrid Stack'd: how its stacks are numbered. Nothing else of it is public, so the rest is the generic battery's.</summary>
    public static class HomeGridStackd
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "homegrid-stackd";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep provenances and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "HomeGrid Stack'd", "Its addressing only: each battery is a stack, and every electrical value is assumed.", hasSources);
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            16,                   Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             51200,                Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.BatteriesMax,                         15,                   Provenance.Documented,   "HomeGrid in the Sol-Ark integration guide V2.6 p. 20: up to 15 stacks on Link A and B");
            profile.Add(ProfileKey.AddressBits,                          6,                    Provenance.Documented,   "HomeGrid Stack'd manual p. 10: six switches");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Documented,   "HomeGrid Stack'd manual p. 10: the first switch counts 1");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Documented,   "HomeGrid Stack'd manual p. 10: masters of stacks 1, 2, 3; all six up is its detection mode, not an address");
            profile.Add(ProfileKey.AddressMax,                           15,                   Provenance.Documented,   "HomeGrid in the Sol-Ark integration guide V2.6 p. 20: up to 15");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Documented,   "HomeGrid Stack'd manual p. 10");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,      "a stack on its own is 1");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         56000,                Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               54400,                Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      44800,                Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          100000,               Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       100000,               Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             850,                  Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,       "0 at 100 % with CVL and DCL unchanged: captured on Pytes, Deye and Pylontech banks");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Assumed,      "not published; as generic-16s-100");
            profile.Add(ProfileKey.ChainPorts,                           "Link A and Link B, RS485", Provenance.Documented,   "HomeGrid in the Sol-Ark integration guide V2.6 p. 20");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, BMS Lithium Batt 00, a cable with pins 4, 5 and 6 only", Provenance.Documented,   "HomeGrid in the Sol-Ark integration guide V2.6 p. 20");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
