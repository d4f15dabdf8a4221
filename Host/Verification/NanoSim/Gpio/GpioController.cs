namespace System.Device.Gpio
{
    /// <summary>The GPIOs of the simulated board.</summary>
    public sealed class GpioController : IDisposable
    {
        public GpioPin OpenPin(int pinNumber, PinMode mode) => new(pinNumber, mode);

        public void Dispose()
        {
        }
    }
}
