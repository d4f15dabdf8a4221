namespace BatterySim.Bms.Battery
{
    /// <summary>Places of the values that a battery answers to a poll.</summary>
    /// <remarks>
    /// Values of an array: on a board they take 4 bytes each and fields of an object 12, and a master keeps one answer for each address.
    /// </remarks>
    public static class BatteryAnswer
    {
        /// <summary>Measured voltage, mV.</summary>
        public const int VoltageMillivolts = 0;

        /// <summary>Measured current, mA, charging positive.</summary>
        public const int CurrentMilliamps = 1;

        /// <summary>Cell temperature, 0.1 degree Celsius.</summary>
        public const int TemperatureDecidegrees = 2;

        /// <summary>State of charge, permille.</summary>
        public const int SocPermille = 3;

        /// <summary>State of health, permille.</summary>
        public const int SohPermille = 4;

        /// <summary>Capacity, mAh.</summary>
        public const int CapacityMilliampereHours = 5;

        /// <summary>CCL, mA.</summary>
        public const int ChargeCurrentLimitMilliamps = 6;

        /// <summary>DCL, mA.</summary>
        public const int DischargeCurrentLimitMilliamps = 7;

        /// <summary>Protections, bits of <see cref="BmsFlags"/>.</summary>
        public const int Protections = 8;

        /// <summary>Alarms, bits of <see cref="BmsFlags"/>.</summary>
        public const int Alarms = 9;

        /// <summary>Number of values.</summary>
        public const int Count = 10;
    }
}
