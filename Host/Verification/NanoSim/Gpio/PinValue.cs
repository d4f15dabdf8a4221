namespace System.Device.Gpio
{
    /// <summary>Level of a GPIO.</summary>
    public readonly struct PinValue : IEquatable<PinValue>
    {
        private readonly bool _isHigh;

        private PinValue(bool isHigh)
        {
            _isHigh = isHigh;
        }

        public static PinValue High => new(true);

        public static PinValue Low => new(false);

        public static bool operator ==(PinValue a, PinValue b) => a._isHigh == b._isHigh;

        public static bool operator !=(PinValue a, PinValue b) => a._isHigh != b._isHigh;

        public bool Equals(PinValue other) => this == other;

        public override bool Equals(object? obj) => obj is PinValue other && this == other;

        public override int GetHashCode() => _isHigh ? 1 : 0;
    }
}
