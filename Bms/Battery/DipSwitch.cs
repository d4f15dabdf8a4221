namespace BatterySim.Bms.Battery
{
    /// <summary>The address switches of one battery, read from left to right: switch 1, 2, 3, 4 and so on.</summary>
    public sealed class DipSwitch
    {
        /// <summary>The greatest number that the four switches of a board show.</summary>
        public const int BoardMax = 15;

        // Everything in one field, since on a board each field of each battery takes 12 bytes: the number shown, and above it the kind.
        private const int NumberMask = 0xFF;
        private const int CountShift = 8;
        private const int CountMask = 0xF;
        private const int SwitchOneIsLeastSignificantBit = 1 << 12;

        private int _state;

        /// <summary>Makes a bank of switches, all off.</summary>
        /// <param name="switchCount">Number of switches, 0 to 8.</param>
        /// <param name="switchOneIsLeastSignificant">True where switch 1 counts 1, as on SOK: 13 is ON, OFF, ON, ON.</param>
        public DipSwitch(int switchCount, bool switchOneIsLeastSignificant)
        {
            _state = (switchCount << CountShift) | (switchOneIsLeastSignificant ? SwitchOneIsLeastSignificantBit : 0);
        }

        /// <summary>Number of switches.</summary>
        public int SwitchCount { get { return (_state >> CountShift) & CountMask; } }

        /// <summary>The number that the switches show, 0 to 2^<see cref="SwitchCount"/> - 1.</summary>
        public int Value { get { return _state & NumberMask; } }

        /// <summary>Position of one switch.</summary>
        /// <param name="number">1 for the leftmost switch.</param>
        public bool IsOn(int number)
        {
            return (_state & (1 << BitOf(number))) != 0;
        }

        /// <summary>Moves one switch.</summary>
        /// <param name="number">1 for the leftmost switch.</param>
        /// <param name="isOn">Its new position.</param>
        public void Set(int number, bool isOn)
        {
            int bit = 1 << BitOf(number);
            _state = isOn ? _state | bit : _state & ~bit;
        }

        /// <summary>Moves all switches so that they show a number; bits beyond the last switch are lost, as on the real thing.</summary>
        public void Set(int value)
        {
            _state = (_state & ~NumberMask) | (value & ((1 << SwitchCount) - 1));
        }

        private int BitOf(int number)
        {
            return (_state & SwitchOneIsLeastSignificantBit) != 0 ? number - 1 : SwitchCount - number;
        }
    }
}
