using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Server;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>The virtual Sol-Ark as a Modbus unit, on every address that was asked for.</summary>
    internal sealed class ModbusUnits : IDisposable
    {
        private readonly List<SolArkRegisterSource> _sources = [];
        private readonly List<ModbusServer> _servers = [];
        private readonly List<string> _places = [];

        private ModbusUnits()
        {
        }

        /// <summary>Each unit with the place at which it is served, as "unit 1 on 127.0.0.1:502".</summary>
        public IReadOnlyList<string> Places => _places;

        /// <summary>Starts to serve; null if nothing is asked for.</summary>
        /// <param name="request">The units.</param>
        /// <param name="inverter">What they show; null if there is none.</param>
        /// <param name="say">Takes a sentence without its full stop, on any thread.</param>
        public static ModbusUnits? Open(PortsRequest request, VirtualSolArk? inverter, Action<string> say)
        {
            if (request.Units.Count == 0)
            {
                return null;
            }

            if (inverter is null)
            {
                throw CliException.Usage($"--serve {request.Units[0].Url} serves the registers of the virtual Sol-Ark, and there is none; add --inverter virtual.");
            }

            ModbusUnits units = new();
            try
            {
                foreach (ServedUnit unit in request.Units)
                {
                    units.Add(unit, inverter, request.ListenAddress, say);
                }

                return units;
            }
            catch (ModbusConnectionException problem)
            {
                units.Dispose();
                throw CliException.Failure(problem.Message);
            }
        }

        /// <summary>Updates the registers; on the thread of the simulation.</summary>
        public void Run()
        {
            foreach (SolArkRegisterSource source in _sources)
            {
                source.Run();
            }
        }

        /// <summary>Says how many requests were answered.</summary>
        public void WriteSummary(System.IO.TextWriter output)
        {
            foreach (ModbusServer server in _servers)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"modbus",-10}  {server.Url}: {server.AnsweredCount} requests answered"));
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _servers.ForEach(static server => server.Dispose());

        private void Add(ServedUnit unit, VirtualSolArk inverter, string? listen, Action<string> say)
        {
            SolArkRegisterSource source = new(inverter, unit.Quirks, unit.Options.Unit);
            IPAddress? address = listen is null ? null : ListenAddress.Read(listen);
            ModbusServer server = ModbusServer.Start(unit.Url, new ModbusResponder(source.Image, unit.Options), address, say);
            _sources.Add(source);
            _servers.Add(server);
            string place = server.EndPoint?.ToString() ?? unit.Url.Device;
            string warning = server.EndPoint is null ? "" : PortReport.Warning(server.EndPoint.Address, false, "this inverter");
            _places.Add(string.Create(CultureInfo.InvariantCulture, $"unit {unit.Options.Unit} on {place}{warning}"));
            say($"serving Modbus {_places[^1]}");
        }
    }
}
