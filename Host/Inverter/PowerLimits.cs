namespace BatterySim.Host.Inverter
{
    /// <summary>What battery and settings together allow the power stage.</summary>
    /// <param name="ChargeMilliamps">Most charge current, mA, 0 or more.</param>
    /// <param name="DischargeMilliamps">Most discharge current, mA, 0 or more.</param>
    /// <param name="ChargeVoltageMillivolts">Voltage to charge up to, mV.</param>
    /// <param name="DischargeVoltageMillivolts">Voltage to discharge down to, mV.</param>
    internal readonly record struct PowerLimits(
        int ChargeMilliamps, int DischargeMilliamps, int ChargeVoltageMillivolts, int DischargeVoltageMillivolts);
}
