using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>24 simulated hours, each round in a process of its own, and in turn with the bench of another commit if one is named.</summary>
    internal static class AgainstRun
    {
        private const int Rounds = 7;
        private const int OtherAt = 1;

        // In the order of the arguments behind this program itself.
        private static readonly string[] Names =
            ["this commit", "the other one", "this commit, compiled ahead of time", "the other one, compiled ahead of time"];

        /// <summary>Measures and prints a table and the ratios.</summary>
        /// <param name="others">Nothing; the bench of another commit; or that and both benches compiled ahead of time, this commit's first.</param>
        /// <param name="output">Where to.</param>
        /// <param name="error">Takes what is wrong with the arguments.</param>
        public static int Run(string[] others, TextWriter output, TextWriter error)
        {
            string? missing = others.FirstOrDefault(static other => !File.Exists(other));
            if (missing is not null || others.Length is 2 or > 3)
            {
                error.WriteLine(missing is not null
                    ? $"bench: there is no '{missing}'; name the bench of another commit, built with -c Release."
                    : "bench: name the bench of another commit, or that and both benches compiled ahead of time, this commit's first.");
                return 2;
            }

            string[] benches = [Own(), .. others];
            var rounds = benches.Select(static _ => new List<DayRound>()).ToArray();
            for (int round = 0; round < Rounds; round++)
            {
                for (int bench = 0; bench < benches.Length; bench++)
                {
                    rounds[bench].Add(RunOnce(benches[bench]));
                }
            }

            output.Write("| 24 simulated hours | by the clock, median, s | lowest | highest | processor time with the start, median, s ");
            output.WriteLine("| simulated s a second | checksum |");
            output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            for (int bench = 0; bench < benches.Length; bench++)
            {
                WriteRow(Names[bench], rounds[bench], output);
            }

            for (int own = 0; own + OtherAt < benches.Length; own += 2)
            {
                output.WriteLine();
                double wall = Ratio(rounds, own, static one => one.WallSeconds);
                double processor = Ratio(rounds, own, static one => one.ProcessorSeconds);
                output.WriteLine($"Of the time of {Names[own + OtherAt]}, {Names[own]} takes {wall:0.00} by the clock, "
                    + $"and {processor:0.00} of its processor time.");
            }

            return 0;
        }

        // Compiled ahead of time there is no assembly to name.
        private static string Own()
        {
            string assembly = Path.Combine(AppContext.BaseDirectory, typeof(AgainstRun).Assembly.GetName().Name + ".dll");
            return File.Exists(assembly) ? assembly : Environment.ProcessPath!;
        }

        private static void WriteRow(string name, List<DayRound> rounds, TextWriter output)
        {
            double[] walls = [.. rounds.Select(static one => one.WallSeconds)];
            double median = Median.Of(walls);
            string sums = string.Join(", ", rounds.Select(static one => one.Checksum).Distinct());
            output.WriteLine($"| {name} | {median:0.000} | {walls.Min():0.000} | {walls.Max():0.000} "
                + $"| {Median.Of(rounds.Select(static one => one.ProcessorSeconds)):0.00} | {24 * 3600 / median:0} | {sums} |");
        }

        private static double Ratio(List<DayRound>[] rounds, int own, Func<DayRound, double> seconds) =>
            Median.Of(rounds[own].Select(seconds)) / Median.Of(rounds[own + OtherAt].Select(seconds));

        // The time by the clock is the bench's own, for the day alone. Older benches do not tell their processor time, so that of every process
        // is taken from outside, alike for all: from its start, runtime and warm-up included, until it says how long the day took.
        private static DayRound RunOnce(string bench)
        {
            bool isManaged = bench.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
            ProcessStartInfo start = isManaged ? new("dotnet", [bench, "long"]) : new(bench, ["long"]);
            start.RedirectStandardOutput = true;
            using Process process = Process.Start(start)!;
            double wallSeconds = 0;
            double processorSeconds = 0;
            string checksum = "";
            while (process.StandardOutput.ReadLine() is string line)
            {
                switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    case ["wall", string seconds, ..]:
                        processorSeconds = process.TotalProcessorTime.TotalSeconds;
                        wallSeconds = double.Parse(seconds);
                        break;
                    case ["checksum", string sum, ..]:
                        checksum = sum;
                        break;
                }
            }

            process.WaitForExit();
            return new DayRound(wallSeconds, processorSeconds, checksum);
        }
    }
}
