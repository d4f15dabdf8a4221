using System.Collections.Generic;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What a run is connected to, for the view.</summary>
    internal sealed record ViewPlaces
    {
        /// <summary>What drives the run; null where it is advanced by hand.</summary>
        public TwinRunner? Runner { get; init; }

        /// <summary>The ports; null for none.</summary>
        public PortHub? Hub { get; init; }

        /// <summary>Where SCPI listens; null for nowhere.</summary>
        public string? Scpi { get; init; }

        /// <summary>Address of the panel; null where it is not served.</summary>
        public string? Web { get; init; }

        /// <summary>Where Modbus is served.</summary>
        public IReadOnlyList<string> Modbus { get; init; } = [];
    }
}
