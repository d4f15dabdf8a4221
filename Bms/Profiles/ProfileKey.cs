namespace BatterySim.Bms.Profiles
{
    /// <summary>What a profile says about a product. Every key has one value, with its provenance and source.</summary>
    public enum ProfileKey
    {
        /// <summary>Cells in series.</summary>
        CellCount = 0,

        /// <summary>Nominal voltage of one battery, mV.</summary>
        NominalVoltageMillivolts,

        /// <summary>Nominal capacity of one battery, mAh.</summary>
        CapacityMilliampereHours,

        /// <summary>Most batteries in one bank, master included.</summary>
        BatteriesMax,

        /// <summary>Address switches of one battery; 0 where the batteries number themselves along the chain.</summary>
        AddressBits,

        /// <summary>1 if switch 1 is the least significant bit, 0 if it is the most significant.</summary>
        AddressSwitchOneIsLeastSignificant,

        /// <summary>Lowest address allowed in a chain.</summary>
        AddressMin,

        /// <summary>Highest address allowed in a chain.</summary>
        AddressMax,

        /// <summary>Address of the battery that talks to the inverter.</summary>
        MasterAddress,

        /// <summary>Address of a battery that works alone and is in no chain; -1 if there is no such address.</summary>
        StandaloneAddress,

        /// <summary>CVL: highest charge voltage of the bank, mV.</summary>
        ChargeVoltageLimitMillivolts,

        /// <summary>Float voltage recommended for the inverter's settings, mV.</summary>
        FloatVoltageMillivolts,

        /// <summary>DVL: lowest discharge voltage of the bank, mV.</summary>
        DischargeVoltageLimitMillivolts,

        /// <summary>CCL of one battery, mA.</summary>
        ChargeCurrentLimitMilliamps,

        /// <summary>DCL of one battery, mA.</summary>
        DischargeCurrentLimitMilliamps,

        /// <summary>Current of either sign that a battery can carry continuously, mA; 0 where its limits are continuous.</summary>
        ContinuousCurrentMilliamps,

        /// <summary>Time above <see cref="ContinuousCurrentMilliamps"/> after which CCL and DCL fall to it, s.</summary>
        PeakSeconds,

        /// <summary>SOC above which CCL falls, permille.</summary>
        ChargeTaperStartPermille,

        /// <summary>CCL above <see cref="ChargeTaperStartPermille"/>, percent of the full one.</summary>
        ChargeTaperPercent,

        /// <summary>CCL from full until <see cref="RechargePermille"/>, percent of the full one.</summary>
        ChargeFullPercent,

        /// <summary>Name in 0x35E (text).</summary>
        ManufacturerName,

        /// <summary>Ports of the chain between the batteries (text).</summary>
        ChainPorts,

        /// <summary>Way to the inverter (text).</summary>
        InverterProtocol,

        // What follows has the same value for most products: see ModelDefaults.

        /// <summary>Protection levels of the BMS (text: name of a set in <see cref="ProtectionSets"/>).</summary>
        ProtectionSet,

        /// <summary>Series resistance of one battery, microohms.</summary>
        SeriesResistanceMicroohms,

        /// <summary>Resistance of cable, breaker and bus bar between one battery and the others, microohms.</summary>
        ConnectionResistanceMicroohms,

        /// <summary>Largest deviation of that resistance between batteries, ppm of it.</summary>
        ConnectionResistanceSpreadPpm,

        /// <summary>Difference to the bus bar above which a battery refuses to join those that are on it, mV; 0 where none refuses.</summary>
        JoinDifferenceMillivolts,

        /// <summary>All resistances over cell temperature, 100 % at 25 degrees Celsius (text, see <see cref="TemperatureTable"/>).</summary>
        ResistanceTemperatureTable,

        /// <summary>Share of the capacity that can be drawn over cell temperature (text; <see cref="TemperatureTable"/>).</summary>
        CapacityTemperatureTable,

        /// <summary>Resistance of the fast polarisation, microohms.</summary>
        FastPolarisationMicroohms,

        /// <summary>Time constant of the fast polarisation, s.</summary>
        FastPolarisationSeconds,

        /// <summary>Resistance of the slow polarisation, microohms.</summary>
        SlowPolarisationMicroohms,

        /// <summary>Time constant of the slow polarisation, s.</summary>
        SlowPolarisationSeconds,

        /// <summary>Voltage by which charging at 0.2C lifts a cell above its rest voltage on the plateau, microvolts; near full 8 times.</summary>
        HysteresisMicrovolts,

        /// <summary>Share of the charge put in that is stored, permille.</summary>
        CoulombEfficiencyPermille,

        /// <summary>What the BMS of one battery draws from its cells while awake, mW.</summary>
        SelfConsumptionMilliwatts,

        /// <summary>Current of either sign up to which a BMS says that none flows, mA.</summary>
        CurrentDeadBandMilliamps,

        /// <summary>Heat capacity of one battery, J/K.</summary>
        HeatCapacityJoulesPerKelvin,

        /// <summary>Heat flow from one battery to the room, mW/K.</summary>
        HeatFlowMilliwattsPerKelvin,

        /// <summary>Rise of the FETs over the cells at 100 A, 0.1 K; it goes with the square of the current.</summary>
        FetRiseDecikelvins,

        /// <summary>Standard deviation of cell capacity, ppm.</summary>
        CellCapacitySpreadPpm,

        /// <summary>Standard deviation of cell SOC at full charge, ppm of full.</summary>
        CellSocSpreadPpm,

        /// <summary>Largest deviation of cell resistance, ppm.</summary>
        CellResistanceSpreadPpm,

        /// <summary>Cell voltage above which the BMS balances, mV.</summary>
        BalanceStartMillivolts,

        /// <summary>Cell difference above which the BMS balances, mV.</summary>
        BalanceDeltaMillivolts,

        /// <summary>Current that balancing takes from a cell, mA.</summary>
        BalanceCurrentMilliamps,

        /// <summary>Cell voltage at which CCL becomes 0, mV.</summary>
        ChargeStopCellMillivolts,

        /// <summary>Highest cell voltage at which CCL takes its first step down, mV.</summary>
        ChargeStepOneCellMillivolts,

        /// <summary>CCL after its first step, percent of the full one.</summary>
        ChargeStepOnePercent,

        /// <summary>Highest cell voltage at which CCL takes its second step down, mV.</summary>
        ChargeStepTwoCellMillivolts,

        /// <summary>CCL after its second step, percent of the full one.</summary>
        ChargeStepTwoPercent,

        /// <summary>Highest cell voltage at which CCL takes its third step down, mV.</summary>
        ChargeStepThreeCellMillivolts,

        /// <summary>CCL after its third step, percent of the full one.</summary>
        ChargeStepThreePercent,

        /// <summary>Highest cell voltage below which the steps of CCL are taken back, mV.</summary>
        ChargeStepReleaseCellMillivolts,

        /// <summary>Cell voltage below which DCL falls towards 0, mV.</summary>
        DischargeTaperCellMillivolts,

        /// <summary>Cell voltage at which DCL becomes 0, mV.</summary>
        DischargeStopCellMillivolts,

        /// <summary>CCL over cell temperature (text, see <see cref="TemperatureTable"/>).</summary>
        ChargeTemperatureTable,

        /// <summary>DCL over cell temperature (text, see <see cref="TemperatureTable"/>).</summary>
        DischargeTemperatureTable,

        /// <summary>Charge current below which a battery near CVL may count as full, permille of its capacity in one hour.</summary>
        FullTailPermille,

        /// <summary>Time near CVL and below the tail current after which a battery counts as full, s.</summary>
        FullSeconds,

        /// <summary>Highest SOC that the gauge shows before the battery counts as full, permille.</summary>
        FullHoldPermille,

        /// <summary>Charge that a full battery gives before its gauge leaves 100 %, permille of its capacity.</summary>
        FullReleasePermille,

        /// <summary>SOC below which a battery that was full takes charge again, permille.</summary>
        RechargePermille,

        /// <summary>1 where the charge FET opens when the battery is full.</summary>
        FullOpensChargeFet,

        /// <summary>What CVL does while the bank is full (text: keep, float for <see cref="FloatVoltageMillivolts"/> at once, or ramp).</summary>
        FullChargeVoltage,

        /// <summary>1 where the bank withdraws its charge enable (0x35C bit 7) while it is full.</summary>
        FullDropsChargeEnable,

        /// <summary>Time from full after which charge FET and charge enable do so, where they do, s.</summary>
        FullDelaySeconds,

        /// <summary>1 where the bank raises its high-voltage alarm while it is full and above its float voltage.</summary>
        FullRaisesAlarm,

        /// <summary>Charge current at which the catch-up limiter cuts in, mA; 0 where there is none.</summary>
        ChargeLimiterStartMilliamps,

        /// <summary>Charge current that the catch-up limiter lets through, mA.</summary>
        ChargeLimiterMilliamps,

        /// <summary>Cell voltage below which a battery at rest falls asleep, mV.</summary>
        SleepCellMillivolts,

        /// <summary>Time at rest below that voltage after which it falls asleep, s.</summary>
        SleepSeconds,

        /// <summary>Cell voltage at which the BMS shuts itself down, mV.</summary>
        ShutdownCellMillivolts,

        /// <summary>Time below that voltage after which it shuts down, s.</summary>
        ShutdownSeconds,

        /// <summary>Time that a BMS needs from waking to its first measured value, ms.</summary>
        StartupMilliseconds,

        /// <summary>Time by which each further battery wakes later than the one before it, ms.</summary>
        WakeStepMilliseconds,

        /// <summary>1 where the breaker also cuts the supply of the BMS, so that switching it restarts the BMS.</summary>
        BreakerPowersBms,

        /// <summary>Time without breaker that a BMS survives on what it has stored, keeping its old address, ms.</summary>
        BreakerHoldMilliseconds,

        /// <summary>Bank SOC at and below which 0x35C bit 5 is set, permille; -1 for never.</summary>
        ForceChargeBit5OnPermille,

        /// <summary>Bank SOC above which 0x35C bit 5 is cleared, permille.</summary>
        ForceChargeBit5OffPermille,

        /// <summary>Bank SOC at and below which 0x35C bit 4 is set, permille; -1 for never.</summary>
        ForceChargeBit4OnPermille,

        /// <summary>Bank SOC above which 0x35C bit 4 is cleared, permille.</summary>
        ForceChargeBit4OffPermille,

        /// <summary>Days below <see cref="FullChargePermille"/> after which the bank asks for a full charge.</summary>
        FullChargeDays,

        /// <summary>Bank SOC that counts as a full charge, permille.</summary>
        FullChargePermille,

        /// <summary>How CCL and DCL of the bank are made (text: sum, weakest or master).</summary>
        LimitPolicy,

        /// <summary>How SOC of the bank is made (text: weighted, lowest, highest or master).</summary>
        SocPolicy,

        /// <summary>When the bank reports a protection (text: any or all).</summary>
        FlagPolicy,

        /// <summary>How temperature of the bank is made (text: mean, highest or lowest).</summary>
        TemperaturePolicy,

        /// <summary>What the master does at a gap in the addresses (text: stop-and-alarm, stop or skip).</summary>
        GapPolicy,

        /// <summary>1 where a chain cable has to go from one socket of a battery to the other one of the next, 0 where either serves.</summary>
        ChainPortsAlternate,

        /// <summary>1 where the master is told by switches how many followers to expect.</summary>
        ExpectsFollowerCount,

        /// <summary>Number of keys; not a key.</summary>
        Count,
    }
}
