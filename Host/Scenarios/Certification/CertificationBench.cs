using System;
using System.Threading;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bench with a real bank simulator and an inverter, for a certification in real time.</summary>
    /// <param name="CanUrl">CAN port, as for <c>--can</c>.</param>
    /// <param name="ScpiAddress">host:port of the instrument, or a serial port.</param>
    /// <param name="Observer">Reads the inverter; found and polling. It stays open.</param>
    public sealed record CertificationBench(string CanUrl, string ScpiAddress, InverterObserver Observer)
    {
        /// <summary>Asks a person for something that no port reaches and returns once it is done; false if nobody will. Null for nobody.</summary>
        public Func<string, bool>? AskOperator { get; init; }

        /// <summary>Told in a sentence of a wait that takes minutes; null for nobody.</summary>
        public Action<string>? Tell { get; init; }

        /// <summary>Longest wait for an even hour or midnight on the inverter's clock, ms.</summary>
        public long PatienceMilliseconds { get; init; }

        /// <summary>The bench in words.</summary>
        public string Name => $"scpi {ScpiAddress}, can {CanUrl}, modbus {Observer.Url}";

        internal LiveCertificationBench Open(CancellationToken stop) => new(this, stop);
    }
}
