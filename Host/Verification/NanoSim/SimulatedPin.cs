using System.Device.Gpio;

namespace BatterySim.Host.Verification.NanoSim
{
    /// <summary>One GPIO and what hangs on it.</summary>
    public sealed class SimulatedPin
    {
        /// <summary>How the board opened it.</summary>
        public PinMode Mode { get; internal set; }

        /// <summary>Level that the board put out.</summary>
        public bool IsDrivenHigh { get; internal set; }

        /// <summary>True while something outside pulls the pin to ground: a closed switch, a pressed button.</summary>
        public bool IsPulledLow { get; set; }

        /// <summary>Level on the wire. An input that nothing pulls is high, by its own pull-up or one on the board.</summary>
        public bool IsHigh => Mode == PinMode.Output ? IsDrivenHigh : !IsPulledLow;
    }
}
