namespace BatterySim.Bms.Faults
{
    /// <summary>How the gauges of a bank lie for a time (<see cref="GaugeFaults"/>).</summary>
    public enum GaugeFaultKind
    {
        /// <summary>SOC follows the terminal voltage; the value is the number of the battery, 0 for all.</summary>
        Voltage = 0,

        /// <summary>A gauge counts too much; the value is the share in permille, the detail the number of the battery, 0 for all.</summary>
        Error = 1,

        /// <summary>SOC waits until the battery is full; the value is where, in permille.</summary>
        Hold = 2,

        /// <summary>SOC of the bank is the master's alone.</summary>
        Master = 3,

        /// <summary>Number of kinds; not a kind.</summary>
        Count = 4,
    }
}
