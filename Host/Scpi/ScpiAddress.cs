using System;
using System.Globalization;
using BatterySim.Host.Can.Ports.Serial;

namespace BatterySim.Host.Scpi
{
    /// <summary>Where an instrument is: a TCP port of a twin, or the serial port of a board.</summary>
    /// <param name="Text">As it was written.</param>
    public sealed record ScpiAddress(string Text)
    {
        /// <summary>Every form that exists, for messages and help.</summary>
        public const string Forms = "HOST[:PORT], tcp://HOST[:PORT], serial:///dev/ttyUSB0[?baud=115200] and serial://COM3";

        /// <summary>Speed of the board's console, baud.</summary>
        public const int BaudRateDefault = 115_200;

        private const string Tcp = "tcp://";
        private const string Serial = "serial://";
        private const int BaudRateMin = 300;
        private const int BaudRateMax = 4_000_000;

        /// <summary>Host name or address; empty for a serial port.</summary>
        public string Host { get; init; } = "";

        /// <summary>TCP port.</summary>
        public int TcpPort { get; init; } = ScpiServer.DefaultPort;

        /// <summary>Serial device; empty for a TCP port.</summary>
        public string Device { get; init; } = "";

        /// <summary>Serial speed, baud.</summary>
        public int BaudRate { get; init; } = BaudRateDefault;

        /// <summary>True for a serial port.</summary>
        public bool IsSerial => Device.Length > 0;

        /// <summary>Reads an address. Never throws.</summary>
        /// <param name="text">Such as 127.0.0.1:5025.</param>
        /// <param name="problem">One sentence if it is none; empty if it is one.</param>
        /// <returns>The address; null if it is none.</returns>
        public static ScpiAddress? Parse(string text, out string problem)
        {
            ArgumentNullException.ThrowIfNull(text);
            string trimmed = text.Trim();
            if (trimmed.StartsWith(Serial, StringComparison.OrdinalIgnoreCase))
            {
                return ParseSerial(trimmed, out problem);
            }

            if (SerialDevice.IsName(trimmed.Split('?')[0]))
            {
                return ParseSerial(Serial + trimmed, out problem);
            }

            string place = trimmed.StartsWith(Tcp, StringComparison.OrdinalIgnoreCase) ? trimmed[Tcp.Length..] : trimmed;
            if (place.Contains("://", StringComparison.Ordinal))
            {
                problem = $"'{text}' is not the address of an instrument; there are {Forms}";
                return null;
            }

            int colon = place.LastIndexOf(':');
            bool hasPort = colon >= 0 && !place.EndsWith(']');
            int port = ScpiServer.DefaultPort;
            if (hasPort && (!int.TryParse(place[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port)
                || port is <= 0 or > ushort.MaxValue))
            {
                problem = $"'{text}' has no port number from 1 to 65535 behind the colon; write one such as 127.0.0.1:{ScpiServer.DefaultPort}";
                return null;
            }

            string host = (hasPort ? place[..colon] : place).Trim('[', ']');
            if (host.Length == 0 || host.AsSpan().ContainsAny("/ \\?#"))
            {
                problem = $"'{text}' names no instrument; there are {Forms}";
                return null;
            }

            problem = "";
            return new ScpiAddress(trimmed) { Host = host, TcpPort = port };
        }

        /// <inheritdoc/>
        public override string ToString() => Text;

        private static ScpiAddress? ParseSerial(string text, out string problem)
        {
            const string BaudOption = "baud=";
            int question = text.LastIndexOf('?');
            string device = question < 0 ? text[Serial.Length..] : text[Serial.Length..question];
            string option = question < 0 ? "" : text[(question + 1)..];
            int baudRate = BaudRateDefault;
            if (device.Length < 2)
            {
                problem = $"'{text}' names no device; write serial:///dev/ttyUSB0 or serial://COM3";
                return null;
            }

            if (question >= 0 && !(option.StartsWith(BaudOption, StringComparison.Ordinal)
                && int.TryParse(option[BaudOption.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out baudRate)
                && baudRate is >= BaudRateMin and <= BaudRateMax))
            {
                problem = $"'{option}' in '{text}' is not understood; a serial port has baud=300 to baud=4000000";
                return null;
            }

            problem = "";
            return new ScpiAddress(text) { Device = device, BaudRate = baudRate };
        }
    }
}
