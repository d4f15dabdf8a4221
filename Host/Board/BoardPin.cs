using BatterySim.Hardware;

namespace BatterySim.Host.Board
{
    /// <summary>A pin of the simulated board: a switch or button moves it, or the firmware drives it.</summary>
    public sealed class BoardPin : IInputPin, IOutputPin
    {
        /// <summary>Level now. Inputs rest high, under their pull-ups.</summary>
        public bool IsHigh { get; set; } = true;

        /// <inheritdoc/>
        public void Write(bool isHigh)
        {
            IsHigh = isHigh;
        }
    }
}
