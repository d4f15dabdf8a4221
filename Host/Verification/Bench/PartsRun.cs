using System;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>The benchmarks of <see cref="CoreBenchmarks"/> in a few seconds: the median of some rounds, where 'bdn' takes minutes.</summary>
    internal static class PartsRun
    {
        private const int Rounds = 15;
        private const double RoundSeconds = 0.15;

        public static int Run(TextWriter output)
        {
            var benchmarks = new CoreBenchmarks();
            benchmarks.SetUp();
            (string Name, string What, Action Work)[] parts =
            [
                ("TwinSecond", "bank, bus and inverter for one simulated second, 8 frames", () => benchmarks.TwinSecond()),
                ("CoreSecond", "the bank alone for one second, its burst into a bus that takes everything", () => benchmarks.CoreSecond()),
                ("EncodeSet", "seven frames from a report", () => benchmarks.EncodeSet()),
                ("CountBits", "exact bits of one frame: CRC-15 and bit stuffing by table", () => benchmarks.CountBits()),
            ];
            double first = 0;
            output.WriteLine("| part | what it does | median, ns | ratio |");
            output.WriteLine("| --- | --- | --- | --- |");
            foreach ((string name, string what, Action work) in parts)
            {
                double nanoseconds = Measure(work);
                first = first == 0 ? nanoseconds : first;
                output.WriteLine($"| {name} | {what} | {nanoseconds:0} | {nanoseconds / first:0.00} |");
            }

            return 0;
        }

        private static double Measure(Action work)
        {
            int count = 1;
            while (Time(work, count) < RoundSeconds)
            {
                count *= 2;
            }

            return Median.Of(Enumerable.Range(0, Rounds).Select(_ => Time(work, count) / count * 1e9));
        }

        private static double Time(Action work, int count)
        {
            double started = ProcessorClock.Seconds;
            for (int turn = 0; turn < count; turn++)
            {
                work();
            }

            return ProcessorClock.Seconds - started;
        }
    }
}
