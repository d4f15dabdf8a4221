namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>Lower bit of each pair in the four bytes of 0x35A that hold alarms, and again in the four that hold warnings.</summary>
    /// <remarks>Victron CAN-bus BMS set; AndreasBoehm/PytesCANProtocol, 0x35A.</remarks>
    internal static class VictronAlarmBits
    {
        // First byte.

        /// <summary>General alarm.</summary>
        public const int General = 0;

        /// <summary>Battery high voltage.</summary>
        public const int HighVoltage = 2;

        /// <summary>Battery low voltage.</summary>
        public const int LowVoltage = 4;

        /// <summary>Battery high temperature.</summary>
        public const int HighTemperature = 6;

        // Second byte.

        /// <summary>Battery low temperature.</summary>
        public const int LowTemperature = 8 + 0;

        /// <summary>High temperature while charging.</summary>
        public const int HighChargeTemperature = 8 + 2;

        /// <summary>Low temperature while charging.</summary>
        public const int LowChargeTemperature = 8 + 4;

        /// <summary>High discharge current.</summary>
        public const int HighDischargeCurrent = 8 + 6;

        // Third byte.

        /// <summary>High charge current.</summary>
        public const int HighChargeCurrent = 16 + 0;

        /// <summary>Contactor.</summary>
        public const int Contactor = 16 + 2;

        /// <summary>Short circuit.</summary>
        public const int ShortCircuit = 16 + 4;

        /// <summary>BMS internal failure.</summary>
        public const int InternalFailure = 16 + 6;

        // Fourth byte; its upper six bits are unused, sent as 0.

        /// <summary>Cell imbalance.</summary>
        public const int CellImbalance = 24 + 0;
    }
}
