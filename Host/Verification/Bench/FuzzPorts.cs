using System.Diagnostics;
using System.Globalization;
using System.IO;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>A million damaged slcan and socketcand messages to every end of both; an exception ends it with its trace, a hang never.</summary>
    internal static class FuzzPorts
    {
        private const int Messages = 1_000_000;

        public static int Run(string seed, TextWriter output)
        {
            long started = Stopwatch.GetTimestamp();
            PortFuzz.Result result = PortFuzz.Run(uint.Parse(seed, CultureInfo.InvariantCulture), Messages);
            output.WriteLine($"messages   {result.Messages} to each of four ends, seed {seed}");
            output.WriteLine($"frames     {result.Frames}");
            output.WriteLine($"malformed data    {result.Malformed}");
            output.WriteLine($"wall       {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            return 0;
        }
    }
}
