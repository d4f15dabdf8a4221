namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>The quantities of the plot at one time; <see cref="int.MinValue"/> where a quantity is not known.</summary>
    /// <param name="Milliseconds">Time on the scenario's clock, ms.</param>
    /// <param name="VoltageMillivolts">Voltage of the bank, mV.</param>
    /// <param name="CurrentMilliamps">Current of the bank, mA, charging positive.</param>
    /// <param name="SocPermille">SOC of the bank, permille.</param>
    /// <param name="ChargeVoltageLimitMillivolts">CVL as last sent, mV.</param>
    /// <param name="ChargeCurrentLimitMilliamps">CCL as last sent, mA.</param>
    /// <param name="DischargeCurrentLimitMilliamps">DCL as last sent, mA.</param>
    public readonly record struct PlotSample(
        long Milliseconds,
        int VoltageMillivolts,
        int CurrentMilliamps,
        int SocPermille,
        int ChargeVoltageLimitMillivolts,
        int ChargeCurrentLimitMilliamps,
        int DischargeCurrentLimitMilliamps);
}
