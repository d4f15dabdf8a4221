namespace BatterySim.Host.Inverter
{
    /// <summary>What a step of the inverter may change and the next one goes by.</summary>
    /// <param name="CurrentMilliamps">Current into the battery, mA.</param>
    /// <param name="Stage">Stage of the charge.</param>
    /// <param name="TargetMillivolts">Voltage to charge up to, mV.</param>
    /// <param name="IsExporting">Whether the bank is discharged down to its CVL.</param>
    /// <param name="IsGridCharging">Whether the grid charges by the inverter's own setting.</param>
    /// <param name="IsShutDown">Whether the battery may feed nothing.</param>
    internal readonly record struct StepOutcome(
        int CurrentMilliamps, InverterStage Stage, int TargetMillivolts, bool IsExporting, bool IsGridCharging, bool IsShutDown);
}
