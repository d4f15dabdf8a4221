namespace BatterySim.Host.Inverter
{
    /// <summary>Whether the inverter uses the grid: a grid that came back has to stand for a while first.</summary>
    /// <remarks>Documented: Grid Reconnect 300 s; 30 s advised with a generator on the grid input. Assumed: no wait when it is switched on.</remarks>
    internal sealed class GridConnection(InverterSettings settings)
    {
        private readonly DelayedCondition _returned = new();

        public bool IsConnected { get; private set; } = settings.GridPresent;

        /// <summary>True while the next step may find otherwise by time alone.</summary>
        public bool IsPending => _returned.IsPending;

        public void Run(long nowMilliseconds)
        {
            int wait = settings.GridIsGenerator ? settings.GeneratorReconnectMilliseconds : settings.GridReconnectMilliseconds;
            bool hasWaited = _returned.Run(nowMilliseconds, settings.GridPresent && !IsConnected, wait);
            IsConnected = settings.GridPresent && (IsConnected || hasWaited);
            if (IsConnected)
            {
                _returned.Clear();
            }
        }

        public void Restart()
        {
            IsConnected = settings.GridPresent;
            _returned.Clear();
        }
    }
}
