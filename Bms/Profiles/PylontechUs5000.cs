namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US5000 battery, 15 cells.</summary>
    public static class PylontechUs5000
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us5000";

        /// <summary>Name by which a user asks for the same battery with newer firmware.</summary>
        public const string NewerName = "pylontech-us5000-v13";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
            return Create(Name, "Pylontech US5000", 53200, "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %");
        }

        /// <summary>The table with newer firmware, which integrators name by the set that it sends, V1.3.</summary>
        public static BatteryProfile CreateNewer()
        {
            return Create(NewerName, "Pylontech US5000, newer firmware", 52800, "Victron dbus-systemcalc-py, dvcc.py: with newer firmware");
        }

        private static BatteryProfile Create(string name, string title, int chargeMillivolts, string chargeSource)
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(name, title, "US5000-like: not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            15,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             48000,                Provenance.Assumed,    "15 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             100000,               Provenance.Assumed,    "public datasheet, recalled"),
                new ProfileValue(ProfileKey.BatteriesMax,                         16,                   Provenance.Assumed,    "public datasheet, recalled"),
                new ProfileValue(ProfileKey.AddressBits,                          0,                    Provenance.Family,     "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Provenance.Family,     "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1"),
                new ProfileValue(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                           16,                   Provenance.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                        1,                    Provenance.Family,     "PYTES integration guide: the master is the battery whose Link Port 0 is empty"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         chargeMillivolts,             Provenance.Family,     chargeSource),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               51800,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 95 %"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      45000,                Provenance.Documented, "captures of four and six US5000: 45.0 V in 0x351"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          80000,                Provenance.Documented, "captures of four and six US5000: 80 A a module at 25 degrees Celsius"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       80000,                Provenance.Documented, "captures of four and six US5000: 80 A a module at 25 degrees Celsius"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             950,                  Provenance.Family,      "powerforum.co.za, four US3000: 37 A falls to 14.8 A at 95 %"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Family,      "40 % near full: four US3000 (37 to 14.8 A) and a US2000C (25 to 10 A)"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Family,     "Pylontech LV senders in Battery-Emulator and DiyBatteryBMS; every genuine capture"),
                new ProfileValue(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Provenance.Documented, "Pylontech US5000 manual p. 15"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Provenance.Documented, "Pylontech US5000 manual p. 15"),
                new ProfileValue(ProfileKey.ProtectionSet,                        ProtectionSets.Pylontech15,Provenance.Family,     "US2000B Plus levels; a US5000 was read out with 3.65 V, 2.80 V and 54.0 V"),
                new ProfileValue(ProfileKey.ChargeStepOnePercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStepTwoPercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStepThreePercent,               40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStopCellMillivolts,             3600,                 Provenance.Family,     "cell over-voltage warning of the US2000B Plus"),
                new ProfileValue(ProfileKey.DischargeTaperCellMillivolts,         3150,                 Provenance.Assumed,    "above the stop by as much as on PACE"),
                new ProfileValue(ProfileKey.DischargeStopCellMillivolts,          3050,                 Provenance.Family,     "low-voltage alarm: US5000 read-out and US2000B Plus"),
            });
#pragma warning restore IDE0055
        }
    }
}
