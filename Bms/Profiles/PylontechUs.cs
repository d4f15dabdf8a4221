namespace BatterySim.Bms.Profiles
{
    /// <summary>What the batteries of Pylontech's US series share, 15 cells.</summary>
    internal static class PylontechUs
    {
        /// <summary>Adds the rows of the series, and then what no row gave. Rows of one product go before.</summary>
        public static BatteryProfile Complete(BatteryProfile profile)
        {
#pragma warning disable IDE0055 // columns
            //          key                                              value                 provenance       source
            profile.Add(ProfileKey.CellCount,                            15,                   Provenance.Documented, "Victron dbus-systemcalc-py, dvcc.py");
            profile.Add(ProfileKey.NominalVoltageMillivolts,             48000,                Provenance.Assumed,    "15 x 3.2 V");
            profile.Add(ProfileKey.AddressMin,                           1,                    Provenance.Assumed,    "counted from 1 at the master");
            profile.Add(ProfileKey.AddressMax,                           16,                   Provenance.Assumed,    "one for each battery");
            profile.Add(ProfileKey.MasterAddress,                        1,                    Provenance.Family,     "PYTES integration guide: the master is the battery whose Link Port 0 is empty");
            profile.Add(ProfileKey.StandaloneAddress,                    -1,                   Provenance.Assumed,    "no address switches; a battery on its own is its own master");
            profile.Add(ProfileKey.FloatVoltageMillivolts,               51800,                Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: 95 %");
            profile.Add(ProfileKey.ChargeTaperStartPermille,             950,                  Provenance.Family,      "powerforum.co.za, four US3000: 37 A falls to 14.8 A at 95 %");
            profile.Add(ProfileKey.ChargeTaperPercent,                   40,                   Provenance.Family,      "40 % near full: four US3000 (37 to 14.8 A) and a US2000C (25 to 10 A)");
            profile.Add(ProfileKey.ChargeFullPercent,                    0,                    Provenance.Family,     "Victron dbus-systemcalc-py, dvcc.py: the limit is 0 when full");
            profile.Add(ProfileKey.ChainPortsAlternate,                  1,                    Provenance.Family,     "PYTES integration guide: Link Port 0 of the master is empty, so a cable goes from port 1 to port 0");
            profile.Add(ProfileKey.ManufacturerName,                     "PYLON",              Provenance.Family,     "Pylontech LV senders in Battery-Emulator and DiyBatteryBMS; every genuine capture");
            profile.Add(ProfileKey.ProtectionSet,                        ProtectionSets.Pylontech15,Provenance.Family,     "US2000B Plus levels; a US5000 was read out with 3.65 V, 2.80 V and 54.0 V");
            profile.Add(ProfileKey.ChargeStepOnePercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStepTwoPercent,                 40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStepThreePercent,               40,                   Provenance.Family,     "one step to 40 % is all that captures of the US series show");
            profile.Add(ProfileKey.ChargeStopCellMillivolts,             3600,                 Provenance.Family,     "cell over-voltage warning of the US2000B Plus");
            profile.Add(ProfileKey.DischargeTaperCellMillivolts,         3150,                 Provenance.Assumed,    "above the stop by as much as on PACE");
            profile.Add(ProfileKey.DischargeStopCellMillivolts,          3050,                 Provenance.Family,     "low-voltage alarm: US5000 read-out and US2000B Plus");
#pragma warning restore IDE0055
            return profile.Complete();
        }
    }
}
