namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US2000 and US2000C batteries, 15 cells.</summary>
    public static class PylontechUs2000
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us2000";

        /// <summary>The profile's table.</summary>
        /// <param name="hasSources">True to keep marks and sources.</param>
        public static BatteryProfile Create(bool hasSources)
        {
#pragma warning disable IDE0055 // columns
            BatteryProfile profile = new BatteryProfile(Name, "Pylontech US2000", "US2000-like: not verified on hardware.", hasSources);
            //          key                                              value                 mark             source
            profile.Add(ProfileKey.CellCount,                            15,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             48000,                Provenance.Assumed,    "15 x 3.2 V");
            profile.Add(ProfileKey.CapacityMilliampereHours,             50000,                Provenance.Assumed,    "public datasheet, recalled");
            profile.Add(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "public datasheet, recalled; older ones 8");
            profile.Add(ProfileKey.AddressBits,                          0,                    Provenance.Documented, "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries");
            profile.Add(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Documented, "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                           16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Family,     "PYTES integration guide: the master is the battery whose Link Port 0 is empty");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.ChargeVoltageLimitMillivolts,         53200,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               51800,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 95 %");
            profile.Add(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Provenance.Family,     "python-pylontech issue 31, read from a US5000");
            profile.Add(ProfileKey.ChargeCurrentLimitMilliamps,          25000,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: half the capacity in one hour");
            profile.Add(ProfileKey.DischargeCurrentLimitMilliamps,       25000,                Provenance.Assumed,    "half the capacity in one hour; 50 A may be the most");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             950,                  Provenance.Family,      "powerforum.co.za, four US3000: 37 A falls to 14.8 A at 95 %");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Family,      "40 % near full: four US3000 (37 to 14.8 A) and a US2000C (25 to 10 A)");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Family,     "Pylontech LV senders in Battery-Emulator and DiyBatteryBMS; every genuine capture");
            profile.Add(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Documented, "Pylontech US2000 manual p. 15");
            profile.Add(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Provenance.Documented, "Pylontech US2000 manual p. 15");
            profile.Add(ProfileKey.ProtectionSet,                        ProtectionSets.Pylontech15,Provenance.Family,     "US2000B Plus levels; a US5000 was read out with 3.65 V, 2.80 V and 54.0 V");
            profile.Add(ProfileKey.ChargeStepOnePercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStepThreePercent,               40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStopCellMillivolts,             3600,                 Provenance.Family,     "cell over-voltage warning of the US2000B Plus");
            profile.Add(ProfileKey.DischargeTaperCellMillivolts,         3150,                 Provenance.Assumed,    "above the stop by as much as on PACE");
            profile.Add(ProfileKey.DischargeStopCellMillivolts,          3050,                 Provenance.Family,     "low-voltage alarm: US5000 read-out and US2000B Plus");
            profile.Add(ProfileKey.ForceChargeBit5OnPermille,            150,                  Provenance.Family,     "US2000B: bit 5 from 15 to 19 %");
            profile.Add(ProfileKey.ForceChargeBit5OffPermille,           190,                  Provenance.Family,     "US2000B: bit 5 from 15 to 19 %");
            profile.Add(ProfileKey.ForceChargeBit4OnPermille,            -1,                   Provenance.Family,     "US2000B: bit 4 unused");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
