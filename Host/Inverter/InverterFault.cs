namespace BatterySim.Host.Inverter
{
    /// <summary>Fault codes of a Sol-Ark that concern the battery; the number is that of the screen.</summary>
    public enum InverterFault
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>F58 BMS_Communication_Fault: the battery was silent for more than 10 s.</summary>
        BmsCommunication = 58,
    }
}
