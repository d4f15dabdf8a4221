using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A board and an inverter on a bench, in real time: the bank is driven over SCPI, the bus is watched through a CAN port.</summary>
    public sealed class BenchStand : IScenarioStand
    {
        private readonly string _canUrl;
        private readonly string _scpiAddress;
        private readonly InverterObserver? _observer;
        private readonly IReadOnlyCollection<string> _confirmed;

        /// <summary>Makes a stand; it connects when the run begins, and a port that is missing is then a <see cref="StandException"/>.</summary>
        /// <param name="canUrl">CAN port, as for <c>--can</c>.</param>
        /// <param name="scpiAddress">host:port of the instrument, or a serial port.</param>
        /// <param name="observer">Reads the inverter, found and polling; it stays open. Null where it is not connected.</param>
        /// <param name="confirmed">Keys of <see cref="HandKeys"/> that a person has set on the inverter as the files have them; null for none.</param>
        public BenchStand(string canUrl, string scpiAddress, InverterObserver? observer = null, IReadOnlyCollection<string>? confirmed = null)
        {
            _confirmed = confirmed ?? [];
            _observer = observer;
            _canUrl = canUrl;
            _scpiAddress = scpiAddress;
        }

        /// <summary>Keys of an inverter that no register shows for sure, so that only a person can say how they are set.</summary>
        public static IReadOnlyList<string> HandKeys { get; } =
        [
            .. InverterKeys.Settings
                .Select(static key => key.Name)
                .Where(static name => SettingRegisters.Find(name) is not { Provenance: >= RegisterProvenance.Field })
                .Except(["load", "solar", "grid"]),
        ];

        /// <inheritdoc/>
        public string Name => $"scpi {_scpiAddress}, can {_canUrl}" + (_observer == null ? "" : $", modbus {_observer.Url}");

        /// <summary>Connects.</summary>
        internal BenchDriver Open() => new(Name, _canUrl, _scpiAddress, _observer, _confirmed);

        /// <inheritdoc/>
        public void Dispose()
        {
            // What is open belongs to the driver.
        }
    }
}
