using System.IO;

namespace BatterySim.Host.Can.Ports.Serial
{
    /// <summary>Serial devices for whoever speaks something else than CAN over them.</summary>
    public static class SerialDevice
    {
        /// <summary>Opens a device: raw, eight bits, no parity, no handshake, for one user at a time.</summary>
        /// <param name="path">Such as /dev/ttyUSB0.</param>
        /// <param name="baudRate">Speed, baud.</param>
        /// <exception cref="CanPortException">It is missing, busy, or no serial device; the message is one sentence.</exception>
        public static Stream Open(string path, int baudRate) => SerialStream.Open(path, baudRate);
    }
}
