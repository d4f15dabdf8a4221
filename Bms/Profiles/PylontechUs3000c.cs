namespace BatterySim.Bms.Profiles
{
    /// <summary>Pylontech US3000 and US3000C batteries, 15 cells.</summary>
    public static class PylontechUs3000c
    {
        /// <summary>Name by which a user asks for this profile.</summary>
        public const string Name = "pylontech-us3000c";

        /// <summary>The profile's table.</summary>
        public static BatteryProfile Create()
        {
#pragma warning disable IDE0055 // columns
            return new BatteryProfile(Name, "Pylontech US3000C", "US3000C-like: not verified on hardware.", new ProfileValue[]
            {
                //               key                                              value                 mark             source
                new ProfileValue(ProfileKey.CellCount,                            15,                   Mark.Documented, "Victron dbus-systemcalc-py, dvcc.py"),
                new ProfileValue(ProfileKey.NominalVoltageMillivolts,             48000,                Mark.Assumed,    "15 x 3.2 V"),
                new ProfileValue(ProfileKey.CapacityMilliampereHours,             74000,                Mark.Family,     "diyBMSv4ESP32 pylon_canbus.cpp: 74 Ah each"),
                new ProfileValue(ProfileKey.BatteriesMax,                         16,                   Mark.Assumed,    "as on US5000"),
                new ProfileValue(ProfileKey.AddressBits,                          0,                    Mark.Family,     "Pylontech US2000 manual p. 15: the switches number groups of batteries, not batteries"),
                new ProfileValue(ProfileKey.AddressSwitchOneIsLeastSignificant,   1,                    Mark.Family,     "Pylontech US2000 manual p. 15, of the group switches: DIP2 counts 1"),
                new ProfileValue(ProfileKey.AddressMin,                           1,                    Mark.Assumed,    "counted from 1 at the master"),
                new ProfileValue(ProfileKey.AddressMax,                           16,                   Mark.Assumed,    "one for each battery"),
                new ProfileValue(ProfileKey.MasterAddress,                        1,                    Mark.Family,     "PYTES integration guide: the master is the battery whose Link Port 0 is empty"),
                new ProfileValue(ProfileKey.StandaloneAddress,                    -1,                   Mark.Assumed,    "no address switches; a battery on its own is its own master"),
                new ProfileValue(ProfileKey.ChargeVoltageLimitMillivolts,         53200,                Mark.Family,     "Victron dbus-systemcalc-py, dvcc.py: 53.2 V counts as 100 %"),
                new ProfileValue(ProfileKey.FloatVoltageMillivolts,               51800,                Mark.Family,     "Victron dbus-systemcalc-py, dvcc.py: 95 %"),
                new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts,      46000,                Mark.Family,     "python-pylontech issue 31, read from a US5000"),
                new ProfileValue(ProfileKey.ChargeCurrentLimitMilliamps,          37000,                Mark.Family,     "Victron dbus-systemcalc-py, dvcc.py: half the capacity in one hour"),
                new ProfileValue(ProfileKey.DischargeCurrentLimitMilliamps,       37000,                Mark.Assumed,    "half the capacity in one hour; 74 A may be the most"),
                new ProfileValue(ProfileKey.ChargeTaperStartPermille,             950,                  Mark.Family,      "powerforum.co.za, four US3000: 37 A falls to 14.8 A at 95 %"),
                new ProfileValue(ProfileKey.ChargeTaperPercent,                   40,                   Mark.Family,      "40 % near full: four US3000 (37 to 14.8 A) and a US2000C (25 to 10 A)"),
                new ProfileValue(ProfileKey.ChargeFullPercent,                    0,                    Mark.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full"),
                new ProfileValue(ProfileKey.ManufacturerName,                     "PYLON",              Mark.Family,     "Pylontech LV senders in Battery-Emulator and DiyBatteryBMS; every genuine capture"),
                new ProfileValue(ProfileKey.ChainPorts,                           "Link Port 0 and 1",  Mark.Family,     "Pylontech US5000 manual p. 15 and US2000 manual p. 15"),
                new ProfileValue(ProfileKey.InverterProtocol,                     "CAN, 500 kbit/s, Pylontech", Mark.Family,     "Pylontech US5000 manual p. 15"),
                new ProfileValue(ProfileKey.ProtectionSet,                        ProtectionSets.Pylontech15,Mark.Family,     "US2000B Plus levels; a US5000 was read out with 3.65 V, 2.80 V and 54.0 V"),
                new ProfileValue(ProfileKey.ChargeStepOnePercent,                 40,                   Mark.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStepTwoPercent,                 40,                   Mark.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStepThreePercent,               40,                   Mark.Family,     "one step to 40 % is all that captures of the US series show"),
                new ProfileValue(ProfileKey.ChargeStopCellMillivolts,             3600,                 Mark.Family,     "cell over-voltage warning of the US2000B Plus"),
                new ProfileValue(ProfileKey.DischargeTaperCellMillivolts,         3150,                 Mark.Assumed,    "above the stop by as much as on PACE"),
                new ProfileValue(ProfileKey.DischargeStopCellMillivolts,          3050,                 Mark.Family,     "low-voltage alarm: US5000 read-out and US2000B Plus"),
            });
#pragma warning restore IDE0055
        }
    }
}
