namespace BatterySim.Bms.Faults
{
    /// <summary>What a bad cable does; the value is the chance in permille, the detail the most frames (<see cref="NoisyCanBus"/>).</summary>
    public enum CableFaultKind
    {
        /// <summary>Frames of either direction vanish in bursts.</summary>
        Burst = 0,

        /// <summary>The controller goes off the bus.</summary>
        BusOff = 1,

        /// <summary>Number of kinds; not a kind.</summary>
        Count = 2,
    }
}
