namespace BatterySim.Host.Modbus.Map
{
    /// <summary>Chapters of the register map.</summary>
    public enum RegisterGroup
    {
        /// <summary>Serial number, firmware, rated power, clock.</summary>
        Identity = 0,

        /// <summary>State, warnings, faults, relays.</summary>
        State = 1,

        /// <summary>Battery, as the inverter measures it.</summary>
        Battery = 2,

        /// <summary>What the inverter received from the BMS.</summary>
        Bms = 3,

        /// <summary>Grid, load, solar.</summary>
        Power = 4,

        /// <summary>Energy counters.</summary>
        Energy = 5,

        /// <summary>Settings.</summary>
        Setting = 6,
    }
}
