using System;
using System.Security.Cryptography;
using System.Text;

namespace BatterySim.Host.Scpi
{
    /// <summary>Asks a new connection for a token before anything else: <c>SYSTem:PASSword:CENable "token"</c>, as SCPI-1999 (21.16) has it.</summary>
    internal sealed class ScpiGate
    {
        private const int LineMax = 512;
        private const string Short = "SYST:PASS:CEN ";
        private const string Long = "SYSTEM:PASSWORD:CENABLE ";

        private readonly string? _token;
        private readonly StringBuilder _line = new();

        /// <param name="token">What has to be given; null for nothing.</param>
        public ScpiGate(string? token)
        {
            _token = token;
            IsOpen = token is null;
        }

        /// <summary>True once the connection may command.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>True once it has shown that it may not.</summary>
        public bool IsRefused { get; private set; }

        /// <summary>Takes one byte.</summary>
        /// <returns>What to say; empty for nothing.</returns>
        public string Feed(byte value)
        {
            if (value != '\n' && _line.Length < LineMax)
            {
                _line.Append((char)value);
                return "";
            }

            IsOpen = IsRight(_line.ToString().Trim());
            IsRefused = !IsOpen;
            return IsOpen ? "" : "-203,\"Command protected;the first line has to be SYST:PASS:CEN \"\"token\"\"\"";
        }

        private bool IsRight(string line)
        {
            string text = line.TrimStart(':');
            string? given = text.StartsWith(Short, StringComparison.OrdinalIgnoreCase) ? text[Short.Length..]
                : text.StartsWith(Long, StringComparison.OrdinalIgnoreCase) ? text[Long.Length..] : null;
            return given is not null
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Trim().Trim('"', '\'')), Encoding.UTF8.GetBytes(_token!));
        }
    }
}
