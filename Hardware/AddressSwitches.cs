namespace BatterySim.Hardware
{
    /// <summary>The board's four address switches: contacts to ground, switch 1 counts 1.</summary>
    public sealed class AddressSwitches
    {
        /// <summary>Number of switches.</summary>
        public const int Count = 4;

        private readonly IInputPin[] _pins;

        /// <summary>Takes the pins of switches 1 to 4; a switch that is ON pulls its pin low.</summary>
        public AddressSwitches(IInputPin[] pins)
        {
            _pins = pins;
        }

        /// <summary>The number that the switches show now, 0 to 15.</summary>
        public int Read()
        {
            IInputPin[] pins = _pins;
            return (pins[0].IsHigh ? 0 : 1) | (pins[1].IsHigh ? 0 : 2) | (pins[2].IsHigh ? 0 : 4) | (pins[3].IsHigh ? 0 : 8);
        }
    }
}
