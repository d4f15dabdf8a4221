using BatterySim.Hardware;

namespace BatterySim.Tests.Hardware
{
    /// <summary>A pin that a test moves or watches.</summary>
    public sealed class FakePin : IInputPin, IOutputPin
    {
        /// <inheritdoc/>
        public bool IsHigh { get; set; }

        /// <summary>Times that somebody wrote to it.</summary>
        public int WriteCount { get; private set; }

        /// <inheritdoc/>
        public void Write(bool isHigh)
        {
            IsHigh = isHigh;
            WriteCount++;
        }
    }
}
