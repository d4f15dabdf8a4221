namespace BatterySim.Host.Panel.Contract
{
    /// <summary>One battery as its front shows it.</summary>
    /// <param name="Number">1 for the first of the chain.</param>
    /// <param name="Dip">Number that the DIP switches show.</param>
    /// <param name="DipCount">Switches that there are.</param>
    /// <param name="IsSwitchOneLeast">True where switch 1 counts 1.</param>
    /// <param name="IsBreakerOn">Breaker.</param>
    /// <param name="State">off, asleep, starting or running.</param>
    /// <param name="Address">Address that the BMS took when it started.</param>
    /// <param name="VoltageMillivolts">Voltage, mV.</param>
    /// <param name="CurrentMilliamps">Current, mA, charging positive.</param>
    /// <param name="SocPermille">SOC of the gauge, permille.</param>
    /// <param name="TemperatureDecidegrees">Cell temperature, tenths of a degree.</param>
    /// <param name="CellMaxMillivolts">Highest cell, mV.</param>
    /// <param name="CellMinMillivolts">Lowest cell, mV.</param>
    /// <param name="ChargeCurrentLimitMilliamps">CCL of the battery, mA.</param>
    /// <param name="DischargeCurrentLimitMilliamps">DCL of the battery, mA.</param>
    /// <param name="Protections">Protections, bits of BmsFlags.</param>
    /// <param name="Alarms">Alarms, the same bits.</param>
    /// <param name="IsMaster">True for the one that speaks to the inverter.</param>
    /// <param name="IsLinkedToNext">True while the chain cable to the next battery is in; false for the last battery.</param>
    /// <param name="IsCanPlugged">True while the cable from its CAN port to the inverter is in.</param>
    /// <param name="IsResetHeld">True while RST is held.</param>
    /// <param name="IsChargeFetOpen">True while the charge FET is held open.</param>
    /// <param name="IsDischargeFetOpen">True while the discharge FET is held open.</param>
    /// <param name="IsCut">True where the chain does not reach the master.</param>
    /// <param name="Reply">What it answers the master: NORM, ZERO or SIL.</param>
    /// <param name="HasOtherProtocol">True where its CAN port has another protocol.</param>
    /// <param name="IsLockedOut">True after a protection that does not release.</param>
    public sealed record BatteryPicture(
        int Number,
        int Dip,
        int DipCount,
        bool IsSwitchOneLeast,
        bool IsBreakerOn,
        string State,
        int Address,
        int VoltageMillivolts,
        int CurrentMilliamps,
        int SocPermille,
        int TemperatureDecidegrees,
        int CellMaxMillivolts,
        int CellMinMillivolts,
        int ChargeCurrentLimitMilliamps,
        int DischargeCurrentLimitMilliamps,
        int Protections,
        int Alarms,
        bool IsMaster,
        bool IsLinkedToNext,
        bool IsCanPlugged,
        bool IsResetHeld,
        bool IsChargeFetOpen,
        bool IsDischargeFetOpen,
        bool IsCut,
        string Reply,
        bool HasOtherProtocol,
        bool IsLockedOut);
}
