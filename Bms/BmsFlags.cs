namespace BatterySim.Bms
{
    /// <summary>What a BMS can complain about, one bit each; the same bits serve protections and alarms.</summary>
    public static class BmsFlags
    {
        /// <summary>Cell or pack voltage too high.</summary>
        public const int OverVoltage = 1 << 0;

        /// <summary>Cell or pack voltage too low.</summary>
        public const int UnderVoltage = 1 << 1;

        /// <summary>Cells too hot.</summary>
        public const int OverTemperature = 1 << 2;

        /// <summary>Cells too cold.</summary>
        public const int UnderTemperature = 1 << 3;

        /// <summary>Discharge current too high.</summary>
        public const int DischargeOverCurrent = 1 << 4;

        /// <summary>Charge current too high.</summary>
        public const int ChargeOverCurrent = 1 << 5;

        /// <summary>As a protection a system error, as an alarm an internal communication failure (a follower went missing).</summary>
        public const int System = 1 << 6;

        /// <summary>Every flag there is.</summary>
        public const int All = (1 << 7) - 1;
    }
}
