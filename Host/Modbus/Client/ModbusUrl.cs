using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Can.Ports.Serial;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>Where a Modbus unit is, or where one is served.</summary>
    /// <param name="Text">As it was written.</param>
    /// <param name="Transport">How frames travel.</param>
    public sealed record ModbusUrl(string Text, ModbusTransport Transport)
    {
        /// <summary>Every form that exists, for messages and help.</summary>
        public const string Forms = "modbus://HOST[:502], modbus-rtu:///dev/ttyUSB0[?baud=9600] and modbus-rtu://HOST:PORT, each with ?unit=N";

        /// <summary>TCP port of Modbus TCP.</summary>
        public const int TcpPortDefault = 502;

        /// <summary>Serial speed of a Sol-Ark, baud (Sol-Ark Modbus RTU Protocol V1.4).</summary>
        public const int BaudRateDefault = 9600;

        /// <summary>Highest unit id that a device may have.</summary>
        public const int UnitMax = 247;

        private const string TcpScheme = "modbus://";
        private const string RtuScheme = "modbus-rtu://";

        /// <summary>Host name or address; empty for a serial port.</summary>
        public string Host { get; init; } = "";

        /// <summary>TCP port; 0 for any free one, when serving.</summary>
        public int TcpPort { get; init; } = TcpPortDefault;

        /// <summary>Serial device; empty for a TCP port.</summary>
        public string Device { get; init; } = "";

        /// <summary>Serial speed, baud.</summary>
        public int BaudRate { get; init; } = BaudRateDefault;

        /// <summary>Unit id that is asked for; null to look for one.</summary>
        public int? Unit { get; init; }

        /// <summary>Options of a served unit that this class does not know, by name, in the order in which they were given.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

        /// <summary>True for a serial port.</summary>
        public bool IsSerial => Transport == ModbusTransport.RtuSerial;

        /// <summary>True if a text begins like a Modbus address, so that it is meant as one.</summary>
        public static bool IsMeant(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            return text.StartsWith("modbus:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("modbus-rtu:", StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Reads the address of a unit to connect to. Never throws.</summary>
        /// <param name="text">Such as modbus://192.168.1.20.</param>
        /// <param name="error">One sentence without a period where it cannot be used; empty otherwise.</param>
        public static ModbusUrl? Parse(string text, out string error)
        {
            ModbusUrl? url = ParseServed(text, out error);
            if (url != null && url.Options.Count > 0)
            {
                error = $"'{text}' has the option '{url.Options[0].Key}', which is not known; there are unit and baud";
                return null;
            }

            if (url is { IsSerial: false, TcpPort: 0 })
            {
                error = $"'{text}' has port 0, which nobody listens on; give a port from 1 to 65535";
                return null;
            }

            return url;
        }

        /// <summary>Reads the address that a unit is served on; it may have further options. Never throws.</summary>
        public static ModbusUrl? ParseServed(string text, out string error)
        {
            ArgumentNullException.ThrowIfNull(text);
            string trimmed = text.Trim();
            bool isTcp = trimmed.StartsWith(TcpScheme, StringComparison.OrdinalIgnoreCase);
            if (!isTcp && !trimmed.StartsWith(RtuScheme, StringComparison.OrdinalIgnoreCase))
            {
                error = $"'{text}' is not a Modbus address; there are {Forms}";
                return null;
            }

            int question = trimmed.IndexOf('?', StringComparison.Ordinal);
            string place = (question < 0 ? trimmed : trimmed[..question])[(isTcp ? TcpScheme : RtuScheme).Length..];
            string query = question < 0 ? "" : trimmed[(question + 1)..];
            bool isDevice = !isTcp && SerialDevice.IsName(place);
            ModbusUrl? url = isDevice
                ? new ModbusUrl(trimmed, ModbusTransport.RtuSerial) { Device = place }
                : ParseHost(trimmed, place.TrimEnd('/'), isTcp, out error);
            error = "";
            if (url == null)
            {
                error = isTcp
                    ? $"'{text}' has no host and port from 0 to 65535; write modbus://192.168.1.20 or modbus://192.168.1.20:502"
                    : $"'{text}' has no host with a port from 0 to 65535 and no device; write modbus-rtu://192.168.1.20:8899 or modbus-rtu:///dev/ttyUSB0";
                return null;
            }

            return WithOptions(url, query, out error);
        }

        /// <inheritdoc/>
        public override string ToString() => Text;

        private static ModbusUrl? ParseHost(string text, string place, bool isTcp, out string error)
        {
            error = "";
            int colon = place.LastIndexOf(':');
            bool hasPort = colon >= 0 && !place.EndsWith(']');
            int port = TcpPortDefault;
            bool isPort = !hasPort
                || (int.TryParse(place[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue);
            string host = (hasPort ? place[..colon] : place).Trim('[', ']');
            if (!isPort || host.Length == 0 || host.AsSpan().ContainsAny("/ \\#@") || (!hasPort && !isTcp))
            {
                return null;
            }

            return new ModbusUrl(text, isTcp ? ModbusTransport.Tcp : ModbusTransport.RtuOverTcp) { Host = host, TcpPort = port };
        }

        private static ModbusUrl? WithOptions(ModbusUrl url, string query, out string error)
        {
            error = "";
            var options = new List<KeyValuePair<string, string>>();
            foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] pair = part.Split('=', 2);
                string value = pair.Length > 1 ? pair[1] : "";
                bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
                switch (pair[0])
                {
                    case "unit" when isNumber && number <= UnitMax:
                        url = url with { Unit = number };
                        break;
                    case "unit":
                        error = $"unit '{value}' in '{url}' is not a number from 0 to {UnitMax}";
                        return null;
                    case "baud" when url.IsSerial && isNumber && number is >= 300 and <= 4_000_000:
                        url = url with { BaudRate = number };
                        break;
                    case "baud":
                        error = url.IsSerial
                            ? $"baud '{value}' in '{url}' is not a number from 300 to 4000000; a Sol-Ark has {BaudRateDefault}"
                            : $"'{url}' is not a serial port and has no baud; leave it out";
                        return null;
                    default:
                        options.Add(new KeyValuePair<string, string>(pair[0], value));
                        break;
                }
            }

            return url with { Options = options };
        }
    }
}
