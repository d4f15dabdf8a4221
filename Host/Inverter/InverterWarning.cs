namespace BatterySim.Host.Inverter
{
    /// <summary>Warning codes that concern the battery; the number is that of the screen. Field: seen on Deye, not confirmed on Sol-Ark.</summary>
    public enum InverterWarning
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>W31 Battery_comm_warn: what the battery says cannot be.</summary>
        BatteryCommunication = 31,
    }
}
