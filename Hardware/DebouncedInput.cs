namespace BatterySim.Hardware
{
    /// <summary>A contact whose bouncing is taken away: it counts as changed once it has stayed changed for a while.</summary>
    public sealed class DebouncedInput
    {
        /// <summary>How long a contact has to rest, ms.</summary>
        public const int RestMilliseconds = 30;

        private readonly IInputPin _pin;
        private readonly bool _activeLevel;
        private bool _isActive;
        private int _differsMilliseconds;

        /// <summary>Takes the contact as it is now.</summary>
        /// <param name="pin">Its pin.</param>
        /// <param name="isActiveHigh">False for a contact to ground under a pull-up.</param>
        public DebouncedInput(IInputPin pin, bool isActiveHigh)
        {
            _pin = pin;
            _activeLevel = isActiveHigh;
            _isActive = pin.IsHigh == isActiveHigh;
        }

        /// <summary>State after debouncing.</summary>
        public bool IsActive { get { return _isActive; } }

        /// <summary>Looks at the pin.</summary>
        /// <param name="elapsedMilliseconds">Time since the last look.</param>
        /// <returns>True if the state changed with this look.</returns>
        public bool Look(int elapsedMilliseconds)
        {
            bool isActive = _pin.IsHigh == _activeLevel;
            if (isActive == _isActive)
            {
                _differsMilliseconds = 0;
                return false;
            }

            _differsMilliseconds += elapsedMilliseconds;
            if (_differsMilliseconds < RestMilliseconds)
            {
                return false;
            }

            _differsMilliseconds = 0;
            _isActive = isActive;
            return true;
        }
    }
}
