using System;
using BatterySim.Hardware;

namespace BatterySim.Host.Board
{
    /// <summary>A pin of the simulated board: a switch or button moves it, or the firmware drives it.</summary>
    public sealed class BoardPin : IInputPin, IOutputPin
    {
        private bool _isHigh = true;

        /// <summary>Level now. Inputs rest high, under their pull-ups.</summary>
        public bool IsHigh
        {
            get => Failure is null ? _isHigh : throw Failure;
            set => _isHigh = value;
        }

        /// <summary>What whoever reads this pin gets to feel; null for a sound pin.</summary>
        public Exception? Failure { get; set; }

        /// <inheritdoc/>
        public void Write(bool isHigh)
        {
            IsHigh = isHigh;
        }
    }
}
