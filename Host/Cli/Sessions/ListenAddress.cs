using System.Net;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>The address of <c>--listen</c>.</summary>
    internal static class ListenAddress
    {
        /// <summary>Reads it; this machine only where none is given.</summary>
        /// <exception cref="CliException">It is not an address.</exception>
        public static IPAddress Read(string? listen)
        {
            IPAddress? address = IPAddress.Loopback;
            return listen is null || IPAddress.TryParse(listen, out address)
                ? address
                : throw CliException.Usage($"--listen '{listen}' is not an address; give one such as 127.0.0.1 or 0.0.0.0.");
        }
    }
}
