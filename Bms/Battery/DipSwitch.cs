namespace BatterySim.Bms.Battery
{
    /// <summary>The address switches of one battery, read from left to right: switch 1, 2, 3, 4 and so on.</summary>
    public sealed class DipSwitch
    {
        private readonly bool[] _isOn;
        private readonly bool _switchOneIsLeastSignificant;

        /// <summary>Makes a bank of switches, all off.</summary>
        /// <param name="switchCount">Number of switches, 0 to 8.</param>
        /// <param name="switchOneIsLeastSignificant">True where switch 1 counts 1, as on SOK: 13 is ON, OFF, ON, ON.</param>
        public DipSwitch(int switchCount, bool switchOneIsLeastSignificant)
        {
            _isOn = new bool[switchCount];
            _switchOneIsLeastSignificant = switchOneIsLeastSignificant;
        }

        /// <summary>Number of switches.</summary>
        public int SwitchCount { get { return _isOn.Length; } }

        /// <summary>The number that the switches show, 0 to 2^<see cref="SwitchCount"/> - 1.</summary>
        public int Value
        {
            get
            {
                int value = 0;
                for (int index = 0; index < _isOn.Length; index++)
                {
                    if (_isOn[index])
                    {
                        value |= 1 << BitOf(index);
                    }
                }

                return value;
            }
        }

        /// <summary>Position of one switch.</summary>
        /// <param name="number">1 for the leftmost switch.</param>
        public bool IsOn(int number)
        {
            return _isOn[number - 1];
        }

        /// <summary>Moves one switch.</summary>
        /// <param name="number">1 for the leftmost switch.</param>
        /// <param name="isOn">Its new position.</param>
        public void Set(int number, bool isOn)
        {
            _isOn[number - 1] = isOn;
        }

        /// <summary>Moves all switches so that they show a number; bits beyond the last switch are lost, as on the real thing.</summary>
        public void Set(int value)
        {
            for (int index = 0; index < _isOn.Length; index++)
            {
                _isOn[index] = ((value >> BitOf(index)) & 1) != 0;
            }
        }

        private int BitOf(int index)
        {
            return _switchOneIsLeastSignificant ? index : _isOn.Length - 1 - index;
        }
    }
}
