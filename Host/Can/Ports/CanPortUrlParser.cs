using System;
using System.Globalization;
using BatterySim.Host.Can.Ports.Serial;
using BatterySim.Host.Can.Ports.Slcan;
using BatterySim.Host.Can.Ports.Socketcand;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Reads what users write behind --can and --serve.</summary>
    public static class CanPortUrlParser
    {
        /// <summary>Every form that exists, for messages and help.</summary>
        public const string Forms =
            "virtual, slcan:///dev/ttyACM0, slcan://COM3, slcan://host:port, socketcand://host[:port]/can0, socketcan://can0 and log://FILE";

        /// <summary>Every form that can be served.</summary>
        public const string ServedForms = "slcan://127.0.0.1:PORT and socketcand://127.0.0.1[:PORT]";

        private const string Separator = "://";
        private const double RateMin = 0.001;
        private const double RateMax = 1000;

        /// <summary>Reads a port to connect to. Never throws.</summary>
        /// <param name="text">Such as slcan:///dev/ttyACM0?bitrate=250000.</param>
        /// <param name="problem">One sentence if it is none; empty if it is one.</param>
        /// <returns>The port; null if it is none.</returns>
        public static CanPortUrl? Parse(string text, out string problem)
        {
            ArgumentNullException.ThrowIfNull(text);
            string trimmed = text.Trim();
            problem = "";
            if (trimmed.Equals("virtual", StringComparison.OrdinalIgnoreCase))
            {
                return new CanPortUrl(trimmed, CanPortKind.Virtual);
            }

            CanPortUrl? url = ParseScheme(trimmed, out problem);
            return url == null ? null : ReadOptions(url, trimmed, out problem);
        }

        /// <summary>Reads a port to offer to others. Never throws.</summary>
        /// <param name="text">Such as slcan://127.0.0.1:3333.</param>
        /// <param name="problem">One sentence if it is none; empty if it is one.</param>
        /// <returns>The port; null if it is none.</returns>
        public static CanPortUrl? ParseServed(string text, out string problem)
        {
            CanPortUrl? url = Parse(text, out problem);
            if (url != null && url.Kind is not (CanPortKind.SlcanTcp or CanPortKind.Socketcand))
            {
                problem = $"'{text}' cannot be served; there are {ServedForms}";
                return null;
            }

            return url;
        }

        private static CanPortUrl? ParseScheme(string text, out string problem)
        {
            int colon = text.IndexOf(Separator, StringComparison.Ordinal);
            string scheme = colon < 0 ? "" : text[..colon].ToLowerInvariant();
            string rest = colon < 0 ? "" : text[(colon + Separator.Length)..];
            int question = rest.LastIndexOf('?');
            string place = question < 0 ? rest : rest[..question];
            problem = "";
            switch (scheme)
            {
                case "slcan" when SerialDevice.IsName(place):
                    return new CanPortUrl(text, CanPortKind.SlcanSerial) { Path = place };
                case "slcan":
                    return ReadPlace(new CanPortUrl(text, CanPortKind.SlcanTcp), place, -1, out problem);
                case "socketcand":
                    return ReadPlace(new CanPortUrl(text, CanPortKind.Socketcand) { Path = "can0" }, place, SocketcandText.DefaultTcpPort, out problem);
                case "socketcan" when place.Length > 0 && !place.Contains('/'):
                    return new CanPortUrl(text, CanPortKind.SocketCan) { Path = place };
                case "log" when place.Length > 0:
                    return new CanPortUrl(text, CanPortKind.Log) { Path = place };
                case "log":
                    problem = $"'{text}' names no file; write log://day.log";
                    return null;
                default:
                    problem = $"'{text}' is not a CAN port; there are {Forms}";
                    return null;
            }
        }

        private static CanPortUrl? ReadPlace(CanPortUrl url, string place, int portDefault, out string problem)
        {
            problem = "";
            int slash = place.IndexOf('/');
            string host = slash < 0 ? place : place[..slash];
            string path = slash < 0 ? "" : place[(slash + 1)..].TrimEnd('/');
            int port = portDefault;
            int colon = host.LastIndexOf(':');
            if (colon >= 0 && !host.EndsWith(']'))
            {
                bool isPort = int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue;
                host = host[..colon];
                if (!isPort)
                {
                    problem = $"'{url.Text}' has no port number from 0 to 65535 behind the colon";
                    return null;
                }
            }

            host = host.Trim('[', ']');
            if (host.Length == 0 || port < 0)
            {
                problem = $"'{url.Text}' names no host and port; write {(url.Kind == CanPortKind.SlcanTcp ? "slcan://127.0.0.1:3333" : "socketcand://127.0.0.1/can0")}";
                return null;
            }

            if (path.AsSpan().ContainsAny("/ <>") || (path.Length > 0 && url.Kind == CanPortKind.SlcanTcp))
            {
                problem = $"'{url.Text}' has '/{path}' behind the host, which names no bus; write {Forms}";
                return null;
            }

            return url with { Host = host, TcpPort = port, Path = path.Length > 0 ? path : url.Path };
        }

        private static CanPortUrl? ReadOptions(CanPortUrl url, string text, out string problem)
        {
            problem = "";
            int question = text.LastIndexOf('?');
            if (question < 0)
            {
                return url;
            }

            CanPortUrl? read = url;
            foreach (string option in text[(question + 1)..].Split('&'))
            {
                int equals = option.IndexOf('=');
                string value = equals < 0 ? "" : option[(equals + 1)..];
                read = ReadOption(read, equals < 0 ? option : option[..equals], value, out problem);
                if (read == null)
                {
                    return null;
                }
            }

            return read;
        }

        private static CanPortUrl? ReadOption(CanPortUrl url, string name, string value, out string problem)
        {
            bool isSlcan = url.Kind is CanPortKind.SlcanSerial or CanPortKind.SlcanTcp;
            bool isWhole = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int whole);
            problem = "";
            switch (name)
            {
                case "bitrate" when isSlcan && isWhole && SlcanBitRates.Has(whole):
                    return url with { BitRate = whole };
                case "bitrate" when isSlcan:
                    problem = $"bitrate '{value}' in '{url.Text}' is none that slcan has; it has {SlcanBitRates.Names}";
                    return null;
                case "baud" when url.Kind == CanPortKind.SlcanSerial && isWhole && whole is >= 300 and <= 4_000_000:
                    return url with { BaudRate = whole };
                case "baud" when url.Kind == CanPortKind.SlcanSerial:
                    problem = $"baud '{value}' in '{url.Text}' is not a number from 300 to 4000000";
                    return null;
                case "loop" when url.Kind == CanPortKind.Log && value is "0" or "1":
                    return url with { Loops = value == "1" };
                case "rate" when url.Kind == CanPortKind.Log
                    && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate)
                    && rate is >= RateMin and <= RateMax:
                    return url with { Rate = rate };
                case "channel" when url.Kind == CanPortKind.Log && value.Length > 0:
                    return url with { Channel = value };
                case "channel" when url.Kind == CanPortKind.Log:
                    problem = $"'{url.Text}' names no channel; write log://FILE?channel=can0";
                    return null;
                case "rate" or "loop" when url.Kind == CanPortKind.Log:
                    problem = $"{name} '{value}' in '{url.Text}' is out of range; loop is 0 or 1, rate a factor from 0.001 to 1000";
                    return null;
                default:
                    problem = $"'{url.Text}' has an option '{name}' that it does not know; slcan knows bitrate and baud, log knows channel, loop and rate";
                    return null;
            }
        }
    }
}
