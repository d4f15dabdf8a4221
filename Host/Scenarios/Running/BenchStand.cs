using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A board and an inverter on a bench, in real time: the bank is driven over SCPI, the bus is watched through a CAN port.</summary>
    public sealed class BenchStand : IScenarioStand
    {
        private readonly string _canUrl;
        private readonly string _scpiAddress;
        private readonly InverterObserver? _observer;

        /// <summary>Makes a stand; it connects when the run begins, and a port that is missing is then a <see cref="StandException"/>.</summary>
        /// <param name="canUrl">CAN port, as for <c>--can</c>.</param>
        /// <param name="scpiAddress">host:port of the instrument, or a serial port.</param>
        /// <param name="observer">Reads the inverter, found and polling; it stays open. Null where it is not connected.</param>
        public BenchStand(string canUrl, string scpiAddress, InverterObserver? observer = null)
        {
            _observer = observer;
            _canUrl = canUrl;
            _scpiAddress = scpiAddress;
        }

        /// <inheritdoc/>
        public string Name => $"scpi {_scpiAddress}, can {_canUrl}" + (_observer == null ? "" : $", modbus {_observer.Url}");

        /// <summary>Connects.</summary>
        internal BenchDriver Open() => new(Name, _canUrl, _scpiAddress, _observer);

        /// <inheritdoc/>
        public void Dispose()
        {
            // What is open belongs to the driver.
        }
    }
}
