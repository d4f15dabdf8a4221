using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>24 simulated hours, each round in a process of its own, and in turn with the bench of another commit if one is named.</summary>
    internal static class AgainstRun
    {
        private const int Rounds = 5;

        public static int Run(string? other, TextWriter output, TextWriter error)
        {
            if (other is not null && !File.Exists(other))
            {
                error.WriteLine($"bench: there is no '{other}'; name the bench of another commit, built with -c Release.");
                return 2;
            }

            string own = typeof(AgainstRun).Assembly.Location;
            var times = new Dictionary<string, List<(double Seconds, string Checksum)>>(StringComparer.Ordinal);
            string[] benches = other is null ? [own] : [own, other];
            for (int round = 0; round < Rounds; round++)
            {
                foreach (string bench in benches)
                {
                    times.TryAdd(bench, []);
                    times[bench].Add(RunOnce(bench));
                }
            }

            output.WriteLine("| 24 simulated hours | processor time, median, s | lowest | highest | simulated s a second | checksum |");
            output.WriteLine("| --- | --- | --- | --- | --- | --- |");
            foreach (string bench in benches)
            {
                double[] seconds = [.. times[bench].Select(static one => one.Seconds)];
                string name = bench == own ? "this commit" : "the other one";
                string sums = string.Join(", ", times[bench].Select(static one => one.Checksum).Distinct());
                output.WriteLine(
                    $"| {name} | {Median.Of(seconds):0.000} | {seconds.Min():0.000} | {seconds.Max():0.000} | {24 * 3600 / Median.Of(seconds):0} | {sums} |");
            }

            if (other is not null)
            {
                double ratio = Median.Of(times[own].Select(static one => one.Seconds)) / Median.Of(times[other].Select(static one => one.Seconds));
                output.WriteLine();
                output.WriteLine($"Of the other one's time this commit takes {ratio:0.00}.");
            }

            return 0;
        }

        // Processor time where the bench tells it: what else the machine does is not in it.
        private static (double Seconds, string Checksum) RunOnce(string bench)
        {
            var start = new ProcessStartInfo("dotnet", [bench, "long"]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Match time = Regex.Match(text, @"^processor\s+([0-9.]+) s", RegexOptions.Multiline);
            time = time.Success ? time : Regex.Match(text, @"^wall\s+([0-9.]+) s", RegexOptions.Multiline);
            Match checksum = Regex.Match(text, @"^checksum\s+(\w+)", RegexOptions.Multiline);
            return (double.Parse(time.Groups[1].Value), checksum.Groups[1].Value);
        }
    }
}
