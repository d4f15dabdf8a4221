namespace BatterySim.Host.Inverter
{
    /// <summary>Sol-Ark models that take a 48 V battery. 30K and 60K take high-voltage batteries and are not part of this.</summary>
    public enum InverterModel
    {
        /// <summary>Sol-Ark 5K.</summary>
        SolArk5K = 0,

        /// <summary>Sol-Ark 8K.</summary>
        SolArk8K = 1,

        /// <summary>Sol-Ark 12K.</summary>
        SolArk12K = 2,

        /// <summary>Sol-Ark 15K.</summary>
        SolArk15K = 3,
    }
}
