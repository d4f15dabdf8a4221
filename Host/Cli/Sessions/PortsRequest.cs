using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Modbus.Server;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>The ports that a command was asked to open, checked.</summary>
    /// <param name="Connected">Those it connects to.</param>
    /// <param name="Served">Those others connect to.</param>
    /// <param name="ListenAddress">Address to listen on; null for the one in each name.</param>
    internal sealed record PortsRequest(IReadOnlyList<CanPortUrl> Connected, IReadOnlyList<CanPortUrl> Served, string? ListenAddress)
    {
        /// <summary>No port but the bus inside the program.</summary>
        public static PortsRequest None { get; } = new([], [], null);

        /// <summary>Addresses on which the virtual Sol-Ark answers Modbus.</summary>
        public IReadOnlyList<ServedUnit> Units { get; init; } = [];

        /// <summary>True if one of them is a bus outside, on which there may be an inverter.</summary>
        public bool HasBus => Connected.Any(static url => url.IsExternal);

        /// <summary>A port whose other side keeps real time, so that the speed cannot be changed; null for none.</summary>
        public string? KeepsRealTime => Connected.Concat(Served).FirstOrDefault(static url => url.IsExternal)?.ToString();

        /// <summary>True if there is nothing but the bus inside the program.</summary>
        public bool IsEmpty => Served.Count == 0 && Connected.All(static url => url.Kind == CanPortKind.Virtual);

        /// <summary>The one log that is asked for, once and with its own times; null if there is anything else.</summary>
        public CanPortUrl? LoneLog
        {
            get
            {
                CanPortUrl[] there = [.. Connected.Where(static url => url.Kind != CanPortKind.Virtual)];
                return Served.Count == 0 && there is [{ Kind: CanPortKind.Log, Loops: false, Rate: 1 }] ? there[0] : null;
            }
        }

        /// <summary>Refuses a speed that what is outside cannot follow.</summary>
        public void CheckPace(SimulationPace pace)
        {
            if (KeepsRealTime is string external && pace.Factor != 1)
            {
                throw CliException.Usage($"--speed must be real with {external}, which keeps real time; other speeds go with virtual and log:// only.");
            }
        }

        /// <summary>Puts the ports on a bus, not opened yet; null if there are none.</summary>
        public PortHub? CreateHub(VirtualBus bus)
        {
            if (IsEmpty)
            {
                return null;
            }

            PortHub hub = new(bus);
            try
            {
                foreach (CanPortUrl url in Connected.Where(static url => url.IsExternal))
                {
                    hub.Add(CanPorts.Create(url));
                }

                foreach (CanPortUrl url in Connected.Where(static url => url.Kind == CanPortKind.Log))
                {
                    hub.Add(new LogReplay(url));
                }

                foreach (CanPortUrl url in Served)
                {
                    hub.Add(CanPorts.CreateServer(url, ListenAddress));
                }

                return hub;
            }
            catch (CanPortException problem)
            {
                hub.Dispose();
                throw CliException.Usage($"{problem.Message}.");
            }
        }
    }
}
