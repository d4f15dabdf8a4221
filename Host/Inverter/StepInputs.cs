namespace BatterySim.Host.Inverter
{
    /// <summary>Everything that a step of the inverter goes by, but its own state and the time.</summary>
    /// <param name="SettingsCount">Changes of the settings so far, quirks included.</param>
    /// <param name="HeardCount">Changes of what it received from the battery.</param>
    /// <param name="TerminalMillivolts">Voltage at its terminals, mV.</param>
    /// <param name="CurrentMilliamps">Current into the battery before the step, mA.</param>
    /// <param name="SocPermille">State of charge that it acts on, permille.</param>
    internal readonly record struct StepInputs(long SettingsCount, long HeardCount, int TerminalMillivolts, int CurrentMilliamps, int SocPermille);
}
