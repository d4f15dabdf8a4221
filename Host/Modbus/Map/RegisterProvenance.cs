namespace BatterySim.Host.Modbus.Map
{
    /// <summary>What a row of the register map rests on.</summary>
    public enum RegisterProvenance
    {
        /// <summary>Concluded from other facts; nobody published it.</summary>
        Inferred = 0,

        /// <summary>Documents and programs for Deye and Sunsynk inverters, which share the platform; not confirmed on a Sol-Ark.</summary>
        Family = 1,

        /// <summary>Read from a real Sol-Ark and published.</summary>
        Field = 2,

        /// <summary>Sol-Ark Modbus RTU Protocol V1.4, or a Sol-Ark manual.</summary>
        Documented = 3,
    }
}
