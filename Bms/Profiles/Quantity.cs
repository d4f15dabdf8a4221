namespace BatterySim.Bms.Profiles
{
    /// <summary>What a BMS measures and guards.</summary>
    public enum Quantity
    {
        /// <summary>Highest cell voltage, mV.</summary>
        CellMax = 0,

        /// <summary>Lowest cell voltage, mV.</summary>
        CellMin,

        /// <summary>Battery voltage, mV.</summary>
        Voltage,

        /// <summary>Charge current, mA, 0 while discharging.</summary>
        ChargeCurrent,

        /// <summary>Discharge current, mA, positive, 0 while charging.</summary>
        DischargeCurrent,

        /// <summary>Cell temperature, guarded for charging, 0.1 degree Celsius.</summary>
        ChargeTemperature,

        /// <summary>Cell temperature, guarded for discharging, 0.1 degree Celsius.</summary>
        DischargeTemperature,

        /// <summary>Temperature of the FETs, 0.1 degree Celsius.</summary>
        FetTemperature,

        /// <summary>Number of quantities; not one of them.</summary>
        Count,
    }
}
