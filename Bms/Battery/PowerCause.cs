namespace BatterySim.Bms.Battery
{
    /// <summary>Why the BMS of a battery entered its present state.</summary>
    public enum PowerCause
    {
        /// <summary>As it comes out of its box: asleep, or off where the breaker feeds the BMS.</summary>
        Unpacked = 0,

        /// <summary>Running from the first moment, as after hours of service.</summary>
        InService = 1,

        /// <summary>RST was pressed on a battery of its chain: it starts.</summary>
        ResetPressed = 2,

        /// <summary>RST was held for <see cref="BmsPower.SleepHoldMilliseconds"/>: it sleeps.</summary>
        ResetHeld = 3,

        /// <summary>RST was held for <see cref="BmsPower.RestartHoldMilliseconds"/>: it starts anew.</summary>
        ResetHeldLong = 4,

        /// <summary>The breaker that feeds the BMS was closed: it starts.</summary>
        BreakerClosed = 5,

        /// <summary>The time to start is over and the switches were read: it runs.</summary>
        Ready = 6,

        /// <summary>The breaker that feeds the BMS has been open for longer than the BMS holds out: it is off.</summary>
        SupplyLost = 7,

        /// <summary>Cells low and no current for long enough: it sleeps.</summary>
        LowAtRest = 8,

        /// <summary>Cells below the level of deep discharge for long enough: it is off.</summary>
        DeepDischarge = 9,
    }
}
