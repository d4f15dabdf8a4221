using System;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>What simulated time costs for banks of 1 to 64 batteries over an hour to thirty days, and whether memory stays what it was.</summary>
    internal static class GrowthRun
    {
        private const string Profile = "powersync-lfp-lv-6bit";
        private const int FlipHours = 1;
        private const long HourMilliseconds = 3_600_000;
        private const int LoadWatts = 3000;

        private static readonly int[] Sizes = [1, 2, 4, 8, 16, 32, 64];
        private static readonly (int Hours, string Name)[] Spans = [(1, "1 hour"), (24, "1 day"), (168, "7 days"), (720, "30 days")];

        public static int Run(TextWriter output)
        {
            output.WriteLine($"| batteries of {Profile} | {string.Join(" | ", Spans.Select(static span => $"{span.Name}, s"))} | us a simulated second | bytes allocated |");
            output.WriteLine($"| --- |{string.Concat(Spans.Select(static _ => " --- |"))} --- | --- |");
            double[] perSecond = new double[Sizes.Length];
            for (int index = 0; index < Sizes.Length; index++)
            {
                (double[] seconds, long allocated) = Measure(Sizes[index]);
                perSecond[index] = seconds[^1] / (Spans[^1].Hours * 3600.0) * 1e6;
                output.WriteLine($"| {Sizes[index]} | {string.Join(" | ", seconds.Select(static one => $"{one:0.000}"))} | {perSecond[index]:0.00} | {allocated} |");
            }

            output.WriteLine();
            output.WriteLine("```mermaid");
            output.WriteLine("xychart-beta");
            output.WriteLine("  title \"Microseconds that a simulated second costs\"");
            output.WriteLine($"  x-axis \"batteries\" [{string.Join(", ", Sizes)}]");
            output.WriteLine("  y-axis \"us\"");
            output.WriteLine($"  bar [{string.Join(", ", perSecond.Select(static one => $"{one:0.00}"))}]");
            output.WriteLine("```");
            return 0;
        }

        // One session from the first hour to the last, so that what grows with time shows.
        private static (double[] Seconds, long Allocated) Measure(int batteries)
        {
            var options = new TwinOptions { Inverter = new InverterSettings(), LoadWatts = LoadWatts };
            options.Bank.Profile = ProfileCatalogue.Create(Profile);
            options.Bank.BatteryCount = batteries;
            var session = new TwinSession(options);
            session.AdvanceTo(HourMilliseconds / 6);
            long start = session.NowMilliseconds;
            double[] seconds = new double[Spans.Length];
            long before = GC.GetAllocatedBytesForCurrentThread();
            double started = ProcessorClock.Seconds;
            int hour = 0;
            for (int index = 0; index < Spans.Length; index++)
            {
                for (; hour < Spans[index].Hours; hour += FlipHours)
                {
                    session.AdvanceTo(start + ((hour + FlipHours) * HourMilliseconds));
                    session.LoadWatts = -session.LoadWatts;
                }

                seconds[index] = ProcessorClock.Seconds - started;
            }

            return (seconds, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
