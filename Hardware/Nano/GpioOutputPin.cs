using System.Device.Gpio;

namespace BatterySim.Hardware.Nano
{
    /// <summary>An output of the chip.</summary>
    public sealed class GpioOutputPin : IOutputPin
    {
        private readonly GpioPin _pin;

        /// <summary>Opens a pin.</summary>
        public GpioOutputPin(GpioController controller, int number)
        {
            _pin = controller.OpenPin(number, PinMode.Output);
        }

        /// <inheritdoc/>
        public void Write(bool isHigh)
        {
            _pin.Write(isHigh ? PinValue.High : PinValue.Low);
        }
    }
}
