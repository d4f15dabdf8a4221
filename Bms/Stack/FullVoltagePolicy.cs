namespace BatterySim.Bms.Stack
{
    /// <summary>What CVL does while the bank is full.</summary>
    public enum FullVoltagePolicy
    {
        /// <summary>Stays as it is, as on Pytes and Deye.</summary>
        Keep = 0,

        /// <summary>Becomes the float voltage at once.</summary>
        Float = 1,

        /// <summary>Goes to the float voltage, and back, by 1 mV a second, as dbus-serialbattery does.</summary>
        Ramp = 2,
    }
}
