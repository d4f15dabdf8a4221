namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>Bits of 0x359, alike in protection bytes 0-1 and in alarm bytes 2-3 (Pylontech LV V1.2 and Sol-Ark CAN V1.3).</summary>
    public static class AlarmBits
    {
        // Byte 0 (protection 1) and byte 2 (alarm 1).

        /// <summary>Discharge over-current.</summary>
        public const int DischargeOverCurrent = 1 << 7;

        // 6:5 unused, sent as 0.

        /// <summary>Cell under-temperature.</summary>
        public const int UnderTemperature = 1 << 4;

        /// <summary>Cell over-temperature.</summary>
        public const int OverTemperature = 1 << 3;

        /// <summary>Cell or module under-voltage.</summary>
        public const int UnderVoltage = 1 << 2;

        /// <summary>Cell or module over-voltage.</summary>
        public const int OverVoltage = 1 << 1;

        // 0 unused, sent as 0.

        // Byte 1 (protection 2) and byte 3 (alarm 2).

        // 7:4 unused, sent as 0.

        /// <summary>Byte 1: system error. Byte 3: internal communication failure.</summary>
        public const int System = 1 << 3;

        // 2:1 unused, sent as 0.

        /// <summary>Charge over-current.</summary>
        public const int ChargeOverCurrent = 1 << 0;
    }
}
