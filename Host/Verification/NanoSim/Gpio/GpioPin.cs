using BatterySim.Host.Verification.NanoSim;

namespace System.Device.Gpio
{
    /// <summary>An open GPIO of the simulated board.</summary>
    public sealed class GpioPin : IDisposable
    {
        private readonly SimulatedPin _pin;

        internal GpioPin(int number, PinMode mode)
        {
            PinNumber = number;
            _pin = SimulatedBoard.Current.Pin(number);
            _pin.Mode = mode;
        }

        public int PinNumber { get; }

        public PinValue Read() => _pin.IsHigh ? PinValue.High : PinValue.Low;

        public void Write(PinValue value) => _pin.IsDrivenHigh = value == PinValue.High;

        public void Dispose()
        {
        }
    }
}
