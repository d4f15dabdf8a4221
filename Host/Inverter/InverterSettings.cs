namespace BatterySim.Host.Inverter
{
    /// <summary>How the virtual inverter is built and set up: its menus, and what is connected to it besides the battery.</summary>
    /// <remarks>
    /// The object is live: a setting changed while the inverter runs holds from its next step, within 100 ms. Names in quotes are those of the
    /// Batt menu (Sol-Ark 15K manual, page 34). Standard values are assumed where nothing else is said. What only some inverters do is in
    /// <see cref="Quirks"/>.
    /// </remarks>
    public sealed class InverterSettings : LiveSettings
    {
        /// <summary>Most that a setting of current may be, mA.</summary>
        public const int LimitMaxMilliamps = 2_000_000;

        /// <summary>Most that a setting of voltage may be, mV.</summary>
        public const int VoltageMaxMillivolts = 100_000;

        /// <summary>Most that a power may be, W.</summary>
        public const int PowerMaxWatts = 1_000_000;

        /// <summary>Most that the capacity may be, Ah.</summary>
        public const int CapacityMaxAmpereHours = 100_000;

        private const int MinutesPerDay = 24 * 60;

        private int? _chargeLimitMilliamps;
        private int? _dischargeLimitMilliamps;
        private int? _gridChargeLimitMilliamps;

        /// <summary>The model, which limits the current.</summary>
        public InverterModel Model { get; set => Set(ref field, value); } = InverterModel.SolArk12K;

        /// <summary>"Max A charge": own charge limit, mA, 0 or more; caps the charge from solar too (documented). Standard: the model's.</summary>
        public int ChargeLimitMilliamps
        {
            get => _chargeLimitMilliamps ?? InverterModels.LimitMilliamps(Model);
            set => Set(ref _chargeLimitMilliamps, value);
        }

        /// <summary>"Max A discharge": own discharge limit, mA, 0 or more. Standard: the model's.</summary>
        public int DischargeLimitMilliamps
        {
            get => _dischargeLimitMilliamps ?? InverterModels.LimitMilliamps(Model);
            set => Set(ref _dischargeLimitMilliamps, value);
        }

        /// <summary>"Grid Charge": whether the grid may charge the battery without being asked by it.</summary>
        public bool GridChargeEnabled { get; set => Set(ref field, value); }

        /// <summary>"Grid Charge A": current that the grid gives to a charge, mA, 0 or more. Standard: the model's limit.</summary>
        public int GridChargeLimitMilliamps
        {
            get => _gridChargeLimitMilliamps ?? InverterModels.LimitMilliamps(Model);
            set => Set(ref _gridChargeLimitMilliamps, value);
        }

        /// <summary>"Start %": state of charge at which a grid charge begins, permille.</summary>
        public int GridChargeStartPermille { get; set => Set(ref field, value); } = 300;

        /// <summary>"Start V": the same by voltage, where <see cref="BatteryMode"/> counts, mV.</summary>
        public int GridChargeStartMillivolts { get; set => Set(ref field, value); } = 49_000;

        /// <summary>"Absorption V", mV. Documented that it ends at 2 % of the capacity; the standard is so high that the bank's CVL rules.</summary>
        public int AbsorptionMillivolts { get; set => Set(ref field, value); } = 58_400;

        /// <summary>"Float V", mV.</summary>
        public int FloatMillivolts { get; set => Set(ref field, value); } = 58_400;

        /// <summary>"Equalise V", mV.</summary>
        public int EqualiseMillivolts { get; set => Set(ref field, value); } = 58_400;

        /// <summary>Days between two equalisations, 1 or more.</summary>
        public int EqualiseDays { get; set => Set(ref field, value); } = 30;

        /// <summary>Hours that one takes; 0 for never (documented).</summary>
        public int EqualiseHours { get; set => Set(ref field, value); }

        /// <summary>Hours since the last equalisation at power-up, so that a scenario need not wait for days.</summary>
        public int EqualiseElapsedHours { get; set => Set(ref field, value); }

        /// <summary>"Shutdown %": the battery feeds nothing at this SOC or below, permille. PYTES for Sol-Ark: 10 %.</summary>
        public int ShutdownPermille { get; set => Set(ref field, value); } = 100;

        /// <summary>"Low Batt %": an alarm at this SOC or below, permille. PYTES for Sol-Ark: 20 %.</summary>
        public int LowBatteryPermille { get; set => Set(ref field, value); } = 200;

        /// <summary>"Restart %": after a shutdown it feeds again from this SOC on, permille. PYTES for Sol-Ark: 25 %.</summary>
        public int RestartPermille { get; set => Set(ref field, value); } = 250;

        /// <summary>"Shutdown V", mV; counts in open loop with <see cref="BatteryMode.Volts"/> alone (documented: Discover 805-0038).</summary>
        public int ShutdownMillivolts { get; set => Set(ref field, value); } = 46_000;

        /// <summary>"Low Batt V", mV; as <see cref="ShutdownMillivolts"/>.</summary>
        public int LowBatteryMillivolts { get; set => Set(ref field, value); } = 48_000;

        /// <summary>"Restart V", mV; as <see cref="ShutdownMillivolts"/>.</summary>
        public int RestartMillivolts { get; set => Set(ref field, value); } = 52_000;

        /// <summary>"BMS_Err_Stop": stop with F58 when the battery falls silent; otherwise go on with the last values (documented).</summary>
        public bool StopsOnBmsError { get; set => Set(ref field, value); } = true;

        /// <summary>"BMS Lithium Batt" 00: on, the inverter works with the BMS (closed loop); off, by its own settings (open loop).</summary>
        public bool UsesBms { get; set => Set(ref field, value); } = true;

        /// <summary>"Activate Battery": with it on, F25 comes when there is no battery (documented). Standard: off.</summary>
        public bool ActivatesBattery { get; set => Set(ref field, value); }

        /// <summary>"Batt Capacity", Ah: what 2 % of the capacity is taken from.</summary>
        public int BatteryCapacityAmpereHours { get; set => Set(ref field, value); } = 400;

        /// <summary>"Use Batt V" or "Use Batt %".</summary>
        public BatteryMode BatteryMode { get; set => Set(ref field, value); } = BatteryMode.Percent;

        /// <summary>True where its levels are voltages: in open loop, by "Use Batt V".</summary>
        internal bool GoesByVolts => !UsesBms && BatteryMode == BatteryMode.Volts;

        /// <summary>Whether there is a grid.</summary>
        public bool GridPresent { get; set => Set(ref field, value); } = true;

        /// <summary>Whether power may be sold to the grid.</summary>
        public bool SellAllowed { get; set => Set(ref field, value); }

        /// <summary>Power of the battery that is to be sold to the grid where that is allowed, W, 0 or more.</summary>
        public int SellWatts { get; set => Set(ref field, value); }

        /// <summary>Power that the house takes, W; negative: power that is there to charge the battery.</summary>
        public int LoadWatts { get; set => Set(ref field, value); }

        /// <summary>Power that the sun gives, W, 0 or more.</summary>
        public int SolarWatts { get; set => Set(ref field, value); }

        /// <summary>Voltage at the terminals from which F55 is raised, mV. Assumed: Sol-Ark publishes no threshold.</summary>
        public int HighVoltageFaultMillivolts { get; set => Set(ref field, value); } = 63_000;

        /// <summary>Voltage at the terminals below which F56 is raised, mV. Assumed: Sol-Ark publishes no threshold.</summary>
        public int LowVoltageFaultMillivolts { get; set => Set(ref field, value); } = 40_000;

        /// <summary>How far back the voltage must have come for F55 or F56 to go, mV. Assumed.</summary>
        public int VoltageFaultReleaseMillivolts { get; set => Set(ref field, value); } = 2_000;

        /// <summary>Time for which a voltage must be wrong before F25, F55 or F56, ms. Assumed.</summary>
        public int VoltageFaultDelayMilliseconds { get; set => Set(ref field, value); } = 1_000;

        /// <summary>Most of "Max A discharge" that is tolerated off-grid, permille. Documented: 120 % (Sol-Ark 15K manual, page 34).</summary>
        public int OverloadPermille { get; set => Set(ref field, value); } = 1_200;

        /// <summary>Time for which it is tolerated, ms. Documented: 10 s.</summary>
        public int OverloadMilliseconds { get; set => Set(ref field, value); } = 10_000;

        /// <summary>Time after F40 until the inverter tries again, ms. Assumed.</summary>
        public int OverloadRetryMilliseconds { get; set => Set(ref field, value); } = 300_000;

        /// <summary>Time of day at power-up, minutes after midnight.</summary>
        public int TimeOfDayMinutes { get; set => Set(ref field, value); } = 9 * 60;

        /// <summary>Fastest change of the current, mA a second, 1 or more. Assumed.</summary>
        public int SlewMilliampsPerSecond { get; set => Set(ref field, value); } = 200_000;

        /// <summary>
        /// Charge current at and below which a grid or generator charge ends, permille of "Batt Capacity" in A. Documented: 5 % (15K manual
        /// MA-00007 Rev 13, quoted by an installer), whatever the SOC.
        /// </summary>
        public int GridChargeEndPermille { get; set => Set(ref field, value); } = 50;

        /// <summary>"Time of Use": the grid charges only in the interval that has the Charge tick, and up to that interval's SOC.</summary>
        public bool TimeOfUse { get; set => Set(ref field, value); }

        /// <summary>Start of the interval with the Charge tick, minutes after midnight.</summary>
        public int TimeOfUseFromMinutes { get; set => Set(ref field, value); }

        /// <summary>End of the interval with the Charge tick, minutes after midnight; that of the start for an interval that never comes.</summary>
        public int TimeOfUseToMinutes { get; set => Set(ref field, value); }

        /// <summary>SOC at which a charge in that interval ends, permille.</summary>
        public int TimeOfUseSocPermille { get; set => Set(ref field, value); } = 1000;

        /// <summary>Whether what is on the grid input is a generator.</summary>
        public bool GridIsGenerator { get; set => Set(ref field, value); }

        /// <summary>"Grid Reconnect": time from the return of the grid until the inverter uses it, ms. Documented: 300 s.</summary>
        public int GridReconnectMilliseconds { get; set => Set(ref field, value); } = 300_000;

        /// <summary>The same for a generator on the grid input, ms. Documented as advice: 30 s.</summary>
        public int GeneratorReconnectMilliseconds { get; set => Set(ref field, value); } = 30_000;

        /// <summary>Times that it restarts by itself after one and the same fault; the next one locks it out. Field: five.</summary>
        public int SelfRestarts { get; set => Set(ref field, value); } = 5;

        /// <summary>Inverters in parallel, 1 to 9, the master included. Only the master has the CAN cable (documented).</summary>
        public int ParallelCount { get; set => Set(ref field, value); } = 1;

        /// <summary>True while the master of a parallel set is gone.</summary>
        public bool IsMasterLost { get; set => Set(ref field, value); }

        /// <summary>
        /// Modbus SN, 0 to 9. 01 is the master, which alone has the CAN cable; 02 to 09 get the battery's values from it over the parallel link
        /// and send no 0x305 (documented). 0: older firmware has no such setting (field), and the inverter is its own master.
        /// </summary>
        public int ModbusSerialNumber { get; set => Set(ref field, value); } = 1;

        /// <summary>
        /// How far the terminals rise above the battery at a step down of the load while no battery lets charge in, mV; 0 for not at all. Field:
        /// 60.8 V beside a full pack of 53.3 V with its charge FET open (Deye pack on a Victron).
        /// </summary>
        public int OpenFetRiseMillivolts { get; set => Set(ref field, value); } = 7_500;

        /// <summary>How long they stay there, ms. Assumed: "for moments".</summary>
        public int OpenFetRiseMilliseconds { get; set => Set(ref field, value); } = 500;

        /// <summary>True for an inverter that hears the battery through its master.</summary>
        public bool IsSlave => ModbusSerialNumber > 1;

        /// <summary>Inverters that still work.</summary>
        public int InvertersAtWork => IsMasterLost ? System.Math.Max(1, ParallelCount - 1) : ParallelCount;

        /// <summary>What only some inverters do, and what is disputed.</summary>
        public InverterQuirks Quirks { get; } = new();

        /// <summary>Says in one sentence why these settings cannot be used; null if they can.</summary>
        public string? FindProblem()
        {
            return FindCurrentProblem("charge limit", ChargeLimitMilliamps)
                ?? FindCurrentProblem("discharge limit", DischargeLimitMilliamps)
                ?? FindCurrentProblem("grid charge limit", GridChargeLimitMilliamps)
                ?? FindVoltageProblem("absorption voltage", AbsorptionMillivolts)
                ?? FindVoltageProblem("float voltage", FloatMillivolts)
                ?? FindVoltageProblem("equalise voltage", EqualiseMillivolts)
                ?? SettingRange.Check("days between equalisations", EqualiseDays, 1, 365, "d")
                ?? SettingRange.Check("hours of equalisation", EqualiseHours, 0, 100, "h")
                ?? SettingRange.Check("hours since equalisation", EqualiseElapsedHours, 0, 365 * 24, "h")
                ?? FindDischargeProblem()
                ?? SettingRange.Check("battery capacity", BatteryCapacityAmpereHours, 1, CapacityMaxAmpereHours, "Ah")
                ?? SettingRange.Check("load", LoadWatts, -PowerMaxWatts, PowerMaxWatts, "W")
                ?? SettingRange.Check("solar power", SolarWatts, 0, PowerMaxWatts, "W")
                ?? SettingRange.Check("power to sell", SellWatts, 0, PowerMaxWatts, "W")
                ?? FindGuardProblem()
                ?? SettingRange.Check("time of day", TimeOfDayMinutes, 0, MinutesPerDay - 1, "min")
                ?? FindSourceProblem()
                ?? SettingRange.Check("slew", SlewMilliampsPerSecond, 1, int.MaxValue, "mA/s")
                ?? Quirks.FindProblem();
        }

        private string? FindDischargeProblem()
        {
            return FindShareProblem("shutdown", ShutdownPermille)
                ?? FindShareProblem("low battery", LowBatteryPermille)
                ?? FindShareProblem("restart", RestartPermille)
                ?? FindShareProblem("start of grid charge", GridChargeStartPermille)
                ?? FindOrderProblem("restart", RestartPermille, "shutdown", ShutdownPermille, "permille")
                ?? FindVoltageProblem("shutdown voltage", ShutdownMillivolts)
                ?? FindVoltageProblem("low battery voltage", LowBatteryMillivolts)
                ?? FindVoltageProblem("restart voltage", RestartMillivolts)
                ?? FindVoltageProblem("start of grid charge", GridChargeStartMillivolts)
                ?? FindOrderProblem("restart voltage", RestartMillivolts, "shutdown voltage", ShutdownMillivolts, "mV");
        }

        private string? FindSourceProblem()
        {
            return FindShareProblem("end of grid charge", GridChargeEndPermille)
                ?? FindShareProblem("SOC of time of use", TimeOfUseSocPermille)
                ?? SettingRange.Check("start of the charge interval", TimeOfUseFromMinutes, 0, MinutesPerDay - 1, "min")
                ?? SettingRange.Check("end of the charge interval", TimeOfUseToMinutes, 0, MinutesPerDay, "min")
                ?? SettingRange.Check("grid reconnect", GridReconnectMilliseconds, 0, 3_600_000, "ms")
                ?? SettingRange.Check("generator reconnect", GeneratorReconnectMilliseconds, 0, 3_600_000, "ms")
                ?? SettingRange.Check("self-restarts", SelfRestarts, 0, 1000, "times")
                ?? SettingRange.Check("inverters in parallel", ParallelCount, 1, 9, "inverters")
                ?? SettingRange.Check("Modbus SN", ModbusSerialNumber, 0, 9, "")
                ?? FindVoltageProblem("rise over an open charge FET", OpenFetRiseMillivolts)
                ?? SettingRange.Check("time of that rise", OpenFetRiseMilliseconds, 0, 3_600_000, "ms");
        }

        private string? FindGuardProblem()
        {
            return FindVoltageProblem("high-voltage fault", HighVoltageFaultMillivolts)
                ?? FindVoltageProblem("low-voltage fault", LowVoltageFaultMillivolts)
                ?? FindVoltageProblem("release of a voltage fault", VoltageFaultReleaseMillivolts)
                ?? FindOrderProblem("high-voltage fault", HighVoltageFaultMillivolts, "low-voltage fault", LowVoltageFaultMillivolts, "mV")
                ?? SettingRange.Check("delay of a voltage fault", VoltageFaultDelayMilliseconds, 0, 3_600_000, "ms")
                ?? SettingRange.Check("overload", OverloadPermille, 1000, 10_000, "permille")
                ?? SettingRange.Check("time of overload", OverloadMilliseconds, 0, 3_600_000, "ms")
                ?? SettingRange.Check("retry after overload", OverloadRetryMilliseconds, 0, 86_400_000, "ms");
        }

        private static string? FindCurrentProblem(string what, int milliamps) => SettingRange.Check(what, milliamps, 0, LimitMaxMilliamps, "mA");

        private static string? FindVoltageProblem(string what, int millivolts) => SettingRange.Check(what, millivolts, 0, VoltageMaxMillivolts, "mV");

        private static string? FindShareProblem(string what, int permille) => SettingRange.Check(what, permille, 0, 1000, "permille");

        private static string? FindOrderProblem(string what, int value, string below, int least, string unit) =>
            value < least ? $"{what} {value} {unit} is below {below} {least} {unit}." : null;
    }
}
