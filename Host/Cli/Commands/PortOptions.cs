using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Server;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The options that say which buses outside the program takes part in.</summary>
    internal sealed class PortOptions
    {
        private readonly Option<string[]> _can = new("--can")
        {
            HelpName = "PORT",
            Description = $"Bus to join, once or several times: {CanPortUrlParser.Forms}. [default: virtual]",
        };

        private readonly Option<string[]> _serve = new("--serve")
        {
            HelpName = "PORT",
            Description = $"Let others join the bus, once or several times: {CanPortUrlParser.ServedForms}; "
                + "or let the virtual Sol-Ark answer Modbus: modbus://127.0.0.1:1502, modbus-rtu:///dev/ttyUSB0.",
        };

        private readonly Option<string?> _listen = new("--listen")
        {
            HelpName = "ADDRESS",
            Description = "Address to listen on, such as 0.0.0.0 for all. [default: this machine only]",
        };

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All => [_can, _serve, _listen];

        /// <summary>Reads and checks them.</summary>
        /// <param name="parsed">The command line.</param>
        /// <param name="isServed">True where SCPI connections or pages are taken too.</param>
        public PortsRequest Read(ParseResult parsed, bool isServed = false)
        {
            CanPortUrl[] connected =
            [
                .. (parsed.GetValue(_can) ?? []).Select(static text => Checked("--can", CanPortUrlParser.Parse(text, out string problem), problem)),
            ];
            CanPortUrl[] served =
            [
                .. (parsed.GetValue(_serve) ?? []).Where(static text => !ModbusUrl.IsMeant(text))
                    .Select(static text => Checked("--serve", CanPortUrlParser.ParseServed(text, out string problem), Served(problem))),
            ];
            ServedUnit[] units =
            [
                .. (parsed.GetValue(_serve) ?? []).Where(ModbusUrl.IsMeant)
                    .Select(static text => ServedUnit.Parse(text, out string error) ?? throw CliException.Usage($"--serve {error}.")),
            ];
            string? listen = parsed.GetValue(_listen);
            if (listen is not null && served.Length == 0 && units.Length == 0 && !isServed)
            {
                throw CliException.Usage("--listen says where ports listen, and none is open; add --serve, --scpi or --web, or leave it out.");
            }

            CanPortUrl? twice = connected.Concat(served).FirstOrDefault(url => connected.Concat(served).Count(other => other.Text == url.Text) > 1);
            if (twice is { IsExternal: true })
            {
                throw CliException.Usage($"'{twice}' is named twice; a bus can be joined once.");
            }

            return new PortsRequest(connected, served, listen) { Units = units };
        }

        // What can be joined is not what can be served.
        private static string Served(string problem) =>
            problem.Replace(CanPortUrlParser.Forms, $"{CanPortUrlParser.ServedForms}, and modbus://127.0.0.1:PORT for the inverter's registers", StringComparison.Ordinal)
                .Replace("is not a CAN port", "is not something to serve", StringComparison.Ordinal);

        private static CanPortUrl Checked(string option, CanPortUrl? url, string problem)
        {
            return url ?? throw CliException.Usage($"{option} {problem}.");
        }
    }
}
