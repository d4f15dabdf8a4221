namespace System.Device.Gpio
{
    public enum PinMode
    {
        Input = 0,
        InputPullDown = 1,
        InputPullUp = 2,
        Output = 3,
    }

    public struct PinValue
    {
        private byte _value;

        public extern static PinValue High { get; }
        public extern static PinValue Low { get; }
        public extern static bool operator ==(PinValue a, PinValue b);
        public extern static bool operator !=(PinValue a, PinValue b);
        public extern override bool Equals(object obj);
        public extern override int GetHashCode();
    }

    public sealed class GpioPin : IDisposable
    {
        internal extern GpioPin();
        public extern int PinNumber { get; }
        public extern PinValue Read();
        public extern void Write(PinValue value);
        public extern void Dispose();
    }

    public sealed class GpioController : IDisposable
    {
        public extern GpioController();
        public extern GpioPin OpenPin(int pinNumber, PinMode mode);
        public extern bool IsPinModeSupported(int pinNumber, PinMode mode);
        public extern void Dispose();
    }
}
