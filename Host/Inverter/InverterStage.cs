namespace BatterySim.Host.Inverter
{
    /// <summary>What the inverter does with the battery at this moment.</summary>
    public enum InverterStage
    {
        /// <summary>No current flows and none is asked for.</summary>
        Idle = 0,

        /// <summary>It charges with what limits and sources give (constant current).</summary>
        Bulk = 1,

        /// <summary>It charges at the charge voltage (constant voltage) until the current has fallen to 2 % of the capacity.</summary>
        Absorb = 2,

        /// <summary>The charge is complete; the float voltage is held.</summary>
        FloatCharge = 3,

        /// <summary>It holds the equalise voltage.</summary>
        Equalise = 4,

        /// <summary>It discharges.</summary>
        Discharge = 5,
    }
}
