namespace BatterySim.Host.Inverter
{
    /// <summary>Settings that may be changed while the inverter runs: they count their changes, which spares reading them all.</summary>
    public abstract class LiveSettings
    {
        /// <summary>Number of times that one of them was set.</summary>
        internal long ChangeCount { get; private set; }

        /// <summary>Sets one of them; the setter of every property goes through here.</summary>
        private protected void Set<T>(ref T setting, T value)
        {
            setting = value;
            ChangeCount++;
        }
    }
}
