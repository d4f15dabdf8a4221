namespace BatterySim.Bms.Battery
{
    /// <summary>Rung by whatever changes in a bank, so that nobody has to look for a change while there is none.</summary>
    public sealed class ChangeFlag
    {
        private bool _hasRung = true;

        /// <summary>True if something changed since <see cref="Silence"/>.</summary>
        public bool HasRung { get { return _hasRung; } }

        /// <summary>Says that something changed.</summary>
        public void Ring()
        {
            _hasRung = true;
        }

        /// <summary>Waits for the next change.</summary>
        public void Silence()
        {
            _hasRung = false;
        }
    }
}
