namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>Bits of the 16-bit words of 0x359: protections in bytes 0-1, alarms in bytes 2-3 (Pylontech LV V1.2 and Sol-Ark CAN V1.3).</summary>
    internal static class AlarmBits
    {
        // First byte: protection 1 or alarm 1.

        /// <summary>Discharge over-current.</summary>
        public const int DischargeOverCurrent = 7;

        // 6:5 unused, sent as 0.

        /// <summary>Cell under-temperature.</summary>
        public const int UnderTemperature = 4;

        /// <summary>Cell over-temperature.</summary>
        public const int OverTemperature = 3;

        /// <summary>Cell or module under-voltage.</summary>
        public const int UnderVoltage = 2;

        /// <summary>Cell or module over-voltage.</summary>
        public const int OverVoltage = 1;

        // 0 unused, sent as 0.

        // Second byte: protection 2 or alarm 2.

        // 15:12 unused, sent as 0.

        /// <summary>Protection: system error. Alarm: internal communication failure.</summary>
        public const int System = 8 + 3;

        // 10:9 unused, sent as 0.

        /// <summary>Charge over-current.</summary>
        public const int ChargeOverCurrent = 8 + 0;
    }
}
