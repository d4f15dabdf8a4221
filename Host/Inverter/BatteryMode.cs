namespace BatterySim.Host.Inverter
{
    /// <summary>"Use Batt V" or "Use Batt %": by what the inverter judges the charge when no BMS is set up.</summary>
    public enum BatteryMode
    {
        /// <summary>"Use Batt %": by state of charge.</summary>
        Percent = 0,

        /// <summary>"Use Batt V": by voltage at its own terminals.</summary>
        Volts = 1,
    }
}
