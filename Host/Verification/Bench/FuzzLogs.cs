using System.Diagnostics;
using System.Globalization;
using System.IO;
using BatterySim.Host.Can.Logs;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>A million damaged lines and packets to the readers of every log format; an exception ends it with its trace.</summary>
    internal static class FuzzLogs
    {
        private const int Records = 1_000_000;

        public static int Run(string seed, TextWriter output)
        {
            long started = Stopwatch.GetTimestamp();
            (long frames, long problems) = LogFuzz.Run(uint.Parse(seed, CultureInfo.InvariantCulture), Records);
            output.WriteLine($"records    {Records} lines and packets, seed {seed}");
            output.WriteLine($"frames     {frames}");
            output.WriteLine($"skipped    {problems}");
            output.WriteLine($"wall       {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            return 0;
        }
    }
}
