namespace BatterySim.Host.Panel.Contract
{
    /// <summary>The bank as its master reports it.</summary>
    /// <param name="Profile">Product.</param>
    /// <param name="Dialect">Dialect.</param>
    /// <param name="Cadence">What starts a burst.</param>
    /// <param name="IsOutputOn">False while OUTP OFF holds the bank silent.</param>
    /// <param name="LoadWatts">Power that is drawn, W; negative charges.</param>
    /// <param name="VoltageMillivolts">Voltage, mV.</param>
    /// <param name="CurrentMilliamps">Current, mA, charging positive.</param>
    /// <param name="SocPermille">SOC, permille.</param>
    /// <param name="SohPermille">SOH, permille.</param>
    /// <param name="TemperatureDecidegrees">Temperature, tenths of a degree.</param>
    /// <param name="ChargeVoltageLimitMillivolts">CVL, mV.</param>
    /// <param name="DischargeVoltageLimitMillivolts">DVL, mV.</param>
    /// <param name="ChargeCurrentLimitMilliamps">CCL, mA.</param>
    /// <param name="DischargeCurrentLimitMilliamps">DCL, mA.</param>
    /// <param name="ModulesOnline">Batteries that answer the master, itself included.</param>
    /// <param name="Master">Battery that speaks to the inverter, 1 for the first; 0 while none does.</param>
    /// <param name="Protections">Protections, bits of BmsFlags.</param>
    /// <param name="Alarms">Alarms, the same bits.</param>
    public sealed record BankPicture(
        string Profile,
        string Dialect,
        string Cadence,
        bool IsOutputOn,
        int LoadWatts,
        int VoltageMillivolts,
        int CurrentMilliamps,
        int SocPermille,
        int SohPermille,
        int TemperatureDecidegrees,
        int ChargeVoltageLimitMillivolts,
        int DischargeVoltageLimitMillivolts,
        int ChargeCurrentLimitMilliamps,
        int DischargeCurrentLimitMilliamps,
        int ModulesOnline,
        int Master,
        int Protections,
        int Alarms);
}
