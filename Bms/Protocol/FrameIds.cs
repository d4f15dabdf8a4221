namespace BatterySim.Bms.Protocol
{
    /// <summary>Identifiers of the low-voltage battery-inverter protocol, all 11 bits.</summary>
    public static class FrameIds
    {
        /// <summary>Inverter's answer to a battery (any length, any content).</summary>
        public const ushort InverterReply = 0x305;

        /// <summary>CVL, CCL, DCL, DVL.</summary>
        public const ushort Limits = 0x351;

        /// <summary>SOC and SOH.</summary>
        public const ushort State = 0x355;

        /// <summary>Voltage, current, temperature.</summary>
        public const ushort Measurements = 0x356;

        /// <summary>Protections, alarms and the number of modules, Pylontech V1.2 and Sol-Ark V1.3.</summary>
        public const ushort Alarms = 0x359;

        /// <summary>Alarms and warnings in two bits each, Victron style; Pylontech "V1.3" sends it in place of 0x359.</summary>
        public const ushort VictronAlarms = 0x35A;

        /// <summary>Charge and discharge enables and charge requests.</summary>
        public const ushort Requests = 0x35C;

        /// <summary>Manufacturer name.</summary>
        public const ushort Name = 0x35E;

        /// <summary>Chemistry, versions and capacity; Pylontech "V1.3" sends it in place of 0x35C.</summary>
        public const ushort BatteryInfo = 0x35F;

        /// <summary>Bank capacity, Sol-Ark V1.3.</summary>
        public const ushort Capacity = 0x379;
    }
}
