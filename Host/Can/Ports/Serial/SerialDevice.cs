using System;
using System.IO;

namespace BatterySim.Host.Can.Ports.Serial
{
    /// <summary>Serial devices: raw, eight bits, no parity, no handshake.</summary>
    public static class SerialDevice
    {
        private const string WindowsName = "COM";

        /// <summary>True for the name of a device: /dev/ttyUSB0, or COM3 under Windows.</summary>
        public static bool IsName(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            return text.StartsWith('/')
                || (text.Length > WindowsName.Length
                    && text.StartsWith(WindowsName, StringComparison.OrdinalIgnoreCase)
                    && !text.AsSpan(WindowsName.Length).ContainsAnyExceptInRange('0', '9'));
        }

        /// <summary>Opens a device for one user at a time.</summary>
        /// <param name="path">Such as /dev/ttyUSB0 or COM3.</param>
        /// <param name="baudRate">Speed, baud.</param>
        /// <exception cref="CanPortException">It is missing, busy, or not a serial device; the message is one sentence.</exception>
        public static Stream Open(string path, int baudRate)
        {
            // The own class locks the device: System.IO.Ports lets two programs share one on Linux, and each loses half of the bytes.
            return OperatingSystem.IsWindows() ? FrameworkSerialStream.Open(path, baudRate) : PosixSerialStream.Open(path, baudRate);
        }
    }
}
