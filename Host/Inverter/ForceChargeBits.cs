namespace BatterySim.Host.Inverter
{
    /// <summary>Which bit of 0x35C the inverter takes for a forced charge. The two papers number them the other way round.</summary>
    public enum ForceChargeBits
    {
        /// <summary>Either of them.</summary>
        Both = 0,

        /// <summary>Bit 4 alone: so on Deye and EG4 (field).</summary>
        Bit4 = 1,

        /// <summary>Bit 5 alone.</summary>
        Bit5 = 2,
    }
}
