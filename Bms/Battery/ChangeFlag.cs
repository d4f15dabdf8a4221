namespace BatterySim.Bms.Battery
{
    /// <summary>Set by whatever changes in a bank, so that nobody has to look for a change while there is none.</summary>
    public sealed class ChangeFlag
    {
        private bool _isSet = true;

        /// <summary>True if something changed since <see cref="Clear"/>.</summary>
        public bool IsSet { get { return _isSet; } }

        /// <summary>Says that something changed.</summary>
        public void Set()
        {
            _isSet = true;
        }

        /// <summary>Waits for the next change.</summary>
        public void Clear()
        {
            _isSet = false;
        }
    }
}
