using BatterySim.Hardware;

namespace BatterySim.Host.Board
{
    /// <summary>The tick counter of the simulated board, moved by the session.</summary>
    internal sealed class BoardTicks : ITickCounter
    {
        /// <inheritdoc/>
        public int TickMilliseconds { get; set; }
    }
}
