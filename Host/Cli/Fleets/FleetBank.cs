using System;
using System.Net.Sockets;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Fleets
{
    /// <summary>One bank of a fleet: what <c>batterysim run</c> makes of a bank, without a view.</summary>
    internal sealed class FleetBank : IDisposable
    {
        private readonly PortHub? _hub;
        private readonly ModbusUnits? _units;
        private readonly ScpiServer? _server;

        /// <summary>Builds the bank and opens its ports.</summary>
        /// <param name="name">What it is called.</param>
        /// <param name="request">What it is made from.</param>
        /// <param name="host">Where text goes.</param>
        public FleetBank(string name, RunRequest request, CliHost host)
        {
            Name = name;
            Session = new TwinSession(request.Options);
            _hub = request.Ports.CreateHub(Session.Bus);
            Runner = new TwinRunner(Session, SimulationPace.Real) { Hub = _hub, KeepsRealTime = true, LatePolicy = request.LatePolicy };
            Session.Simulator.Instrument.Host = new TwinInstrumentHost(Session, Runner);
            try
            {
                Action<string> say = PortReport.Open(_hub, host);
                void Say(string sentence) => say($"{name}: {sentence}");
                _units = ModbusUnits.Open(request.Ports, Session.Inverter, Say);
                _server = request.Scpi is null ? null : Open(request, Say);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        /// <summary>What it is called.</summary>
        public string Name { get; }

        /// <summary>Bank, bus and inverter.</summary>
        public TwinSession Session { get; }

        /// <summary>Runs it.</summary>
        public TwinRunner Runner { get; }

        /// <summary>Does what is due by now.</summary>
        public void Pass()
        {
            Runner.Pass();
            _units?.Run();
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _units?.Dispose();
            _hub?.Dispose();
        }

        private ScpiServer Open(RunRequest request, Action<string> say)
        {
            ScpiInbox inbox = new(Session.Simulator);
            Runner.Commands = inbox;
            try
            {
                ScpiServer server = ScpiServer.Start(inbox, request.Scpi!.Address, request.Scpi.Port, request.Token, say);
                say($"SCPI listens on {server.EndPoint}{PortReport.Warning(server.EndPoint.Address, request.Token is not null, "this bank")}");
                return server;
            }
            catch (SocketException problem)
            {
                throw CliException.Failure($"{Name}: SCPI cannot listen on {request.Scpi} ({problem.SocketErrorCode}); choose another port.");
            }
        }
    }
}
