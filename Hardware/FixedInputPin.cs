namespace BatterySim.Hardware
{
    /// <summary>Stands for a pin that a board has no room for.</summary>
    public sealed class FixedInputPin : IInputPin
    {
        private readonly bool _isHigh;

        /// <summary>Makes a pin that always shows one level.</summary>
        public FixedInputPin(bool isHigh)
        {
            _isHigh = isHigh;
        }

        /// <inheritdoc/>
        public bool IsHigh { get { return _isHigh; } }
    }
}
