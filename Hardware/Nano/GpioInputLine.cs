using System.Device.Gpio;

namespace BatterySim.Hardware.Nano
{
    /// <summary>A GPIO that is active when low, as a button or switch to ground and the interrupt pin of most chips are.</summary>
    public sealed class GpioInputLine : IInputLine
    {
        private readonly GpioPin _pin;

        /// <summary>Watches a pin that is open as an input.</summary>
        public GpioInputLine(GpioPin pin)
        {
            _pin = pin;
        }

        /// <inheritdoc/>
        public bool IsActive { get { return _pin.Read() == PinValue.Low; } }
    }
}
