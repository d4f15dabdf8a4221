namespace BatterySim.Host.Inverter
{
    /// <summary>What a value or a behaviour of the virtual inverter rests on.</summary>
    public enum Evidence
    {
        /// <summary>Nobody published it: chosen so that the model works.</summary>
        Assumed = 0,

        /// <summary>Reported from the field, mostly of Deye inverters, which share the platform.</summary>
        Field = 1,

        /// <summary>Stated by Sol-Ark or by a battery maker for Sol-Ark.</summary>
        Documented = 2,
    }
}
