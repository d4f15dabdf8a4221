using System;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BatterySim.Host.Panel.Server
{
    /// <summary>Says which requests are let in: by the name that they call this machine, by the page that they come from, and by the token.</summary>
    internal sealed class PanelGate
    {
        private readonly byte[]? _token;
        private readonly string _machine;

        /// <param name="token">What a connection has to give; null for nothing.</param>
        /// <param name="machine">Name of this machine.</param>
        public PanelGate(string? token, string machine)
        {
            _token = token is null ? null : Encoding.UTF8.GetBytes(token);
            _machine = machine;
        }

        /// <summary>
        /// True for an address, localhost, and this machine's own name. A page of somebody else's that has its name lead here (DNS rebinding)
        /// comes with that name.
        /// </summary>
        /// <param name="host">The Host header without its port.</param>
        public bool IsHostAllowed(string host)
        {
            string name = host.Trim('[', ']');
            return IPAddress.TryParse(name, out _)
                || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || name.Equals(_machine, StringComparison.OrdinalIgnoreCase)
                || name.Equals(_machine + ".local", StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>True for the page that this server served itself, and for programs, which name no origin.</summary>
        /// <param name="origin">The Origin header; null for none.</param>
        /// <param name="host">The Host header with its port.</param>
        public static bool IsOriginAllowed(string? origin, string host) =>
            string.IsNullOrEmpty(origin) || origin.Equals("http://" + host, StringComparison.OrdinalIgnoreCase);

        /// <summary>True for the right token, or where none is asked for.</summary>
        public bool IsTokenRight(string? token) =>
            _token is null || (token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _token));
    }
}
