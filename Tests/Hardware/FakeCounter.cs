using BatterySim.Hardware;

namespace BatterySim.Tests.Hardware
{
    /// <summary>A tick counter that a test sets.</summary>
    public sealed class FakeCounter : ITickCounter
    {
        /// <inheritdoc/>
        public int TickMilliseconds { get; set; }
    }
}
