using System.Device.Gpio;

namespace BatterySim.Hardware.Nano
{
    /// <summary>An input of the chip, with its pull-up on where it has one.</summary>
    public sealed class GpioInputPin : IInputPin
    {
        private readonly GpioPin _pin;

        /// <summary>Opens a pin.</summary>
        public GpioInputPin(GpioController controller, int number)
        {
            // Pins without a pull-up refuse the mode; they need a resistor outside.
            bool hasPullUp = controller.IsPinModeSupported(number, PinMode.InputPullUp);
            _pin = controller.OpenPin(number, hasPullUp ? PinMode.InputPullUp : PinMode.Input);
        }

        /// <inheritdoc/>
        public bool IsHigh { get { return _pin.Read() == PinValue.High; } }
    }
}
