namespace BatterySim.Bms.Protocol
{
    /// <summary>Unit of the voltage in 0x356.</summary>
    public enum VoltageScale
    {
        /// <summary>0.01 V, as in every capture and in Pylontech's and Deye's papers.</summary>
        Centivolt = 0,

        /// <summary>0.1 V, as Sol-Ark CAN V1.3 prints.</summary>
        Decivolt = 1,
    }
}
