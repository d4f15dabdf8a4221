namespace BatterySim.Bms.Protocol
{
    /// <summary>What a positive current in 0x356 means.</summary>
    public enum CurrentSign
    {
        /// <summary>Positive current charges the bank (Pylontech, Victron).</summary>
        ChargePositive = 0,

        /// <summary>Positive current discharges the bank (Deye's own packs).</summary>
        DischargePositive = 1,
    }
}
