namespace BatterySim.Host.Inverter
{
    /// <summary>What the inverter is doing.</summary>
    public enum InverterState
    {
        /// <summary>It has not received enough from a battery yet and leaves it alone.</summary>
        WaitingForBms = 0,

        /// <summary>It works with the battery.</summary>
        Normal = 1,

        /// <summary>It has stopped with a fault.</summary>
        Fault = 2,

        /// <summary>The battery is at "Shutdown" or below: it feeds nothing until "Restart", but may be charged.</summary>
        Shutdown = 3,

        /// <summary>It is switched off.</summary>
        Off = 4,
    }
}
