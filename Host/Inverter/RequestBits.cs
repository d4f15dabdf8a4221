namespace BatterySim.Host.Inverter
{
    /// <summary>Permissions and requests of a battery, one bit each, as the inverter keeps them.</summary>
    /// <remarks>The papers number force charge 1 and 2 the other way round, so both are named by their bit in 0x35C.</remarks>
    public static class RequestBits
    {
        /// <summary>Charging allowed.</summary>
        public const int ChargeEnable = 1 << 7;

        /// <summary>Discharging allowed.</summary>
        public const int DischargeEnable = 1 << 6;

        /// <summary>"Request force charge I" in Pylontech V1.2, "Forced Charge Request 2" in Sol-Ark V1.3.</summary>
        public const int ForceChargeBit5 = 1 << 5;

        /// <summary>"Request force charge II" in Pylontech V1.2, "Forced Charge Request 1" in Sol-Ark V1.3.</summary>
        public const int ForceChargeBit4 = 1 << 4;

        /// <summary>Full-charge request.</summary>
        public const int FullCharge = 1 << 3;
    }
}
