using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>What a fleet of 1 to 500 banks takes of a processor and of memory while it runs in real time.</summary>
    internal static partial class FleetGrowthRun
    {
        // The fleet reports every ten seconds; what lies between the first report and the second is counted, so that the start is not in it.
        private const int ReportSeconds = 10;
        private const int DurationSeconds = (2 * ReportSeconds) + 1;
        private const double Megabyte = 1024 * 1024;

        private static readonly int[] Sizes = [1, 10, 50, 100, 250, 500];

        public static int Run(TextWriter output, TextWriter error)
        {
            string program = Path.Combine(AppContext.BaseDirectory, "batterysim.dll");
            if (!File.Exists(program))
            {
                error.WriteLine($"bench: there is no '{program}' beside this bench; build the bench with 'dotnet build', not ahead of time.");
                return 2;
            }

            output.WriteLine("| banks of 4 x pylontech-us5000, each with bus and inverter | frames a second | of one core, % | us a bank's second | memory, MB | late |");
            output.WriteLine("| --- | --- | --- | --- | --- | --- |");
            foreach (int size in Sizes)
            {
                Report[] reports = RunOnce(program, size);
                double processor = (reports[1].ProcessorSeconds - reports[0].ProcessorSeconds) / ReportSeconds;
                output.WriteLine($"| {size} | {(reports[1].Frames - reports[0].Frames) / ReportSeconds} | {processor * 100:0.0} | {processor / size * 1e6:0} "
                    + $"| {reports[1].Bytes / Megabyte:0} | {reports[^1].Late} |");
            }

            return 0;
        }

        private static Report[] RunOnce(string program, int size)
        {
            string file = Path.GetTempFileName();
            try
            {
                File.WriteAllText(file, $"banks:\n  - name: b\n    count: {size}\n    profile: pylontech-us5000\n    followers: 3\n    load: 2000\n");
                var start = new ProcessStartInfo("dotnet", [program, "fleet", file, "--duration", $"{DurationSeconds}s"]) { RedirectStandardOutput = true };
                using Process process = Process.Start(start)!;
                List<Report> reports = [];
                while (process.StandardOutput.ReadLine() is string line)
                {
                    if (ReportLine().Match(line) is { Success: true } match)
                    {
                        bool isRunning = reports.Count < 2;
                        process.Refresh();
                        reports.Add(new Report(
                            isRunning ? process.TotalProcessorTime.TotalSeconds : 0, isRunning ? process.WorkingSet64 : 0,
                            long.Parse(match.Groups["frames"].Value), match.Groups["late"].Value));
                    }
                }

                process.WaitForExit();
                return reports.Count > 2 && process.ExitCode == 0
                    ? [.. reports]
                    : throw new InvalidOperationException($"the fleet of {size} banks ended with exit code {process.ExitCode}");
            }
            finally
            {
                File.Delete(file);
            }
        }

        [GeneratedRegex(@"banks  (?<frames>\d+) frames  \d+ from inverters  (?<late>.*?)  processor")]
        private static partial Regex ReportLine();

        private readonly record struct Report(double ProcessorSeconds, long Bytes, long Frames, string Late);
    }
}
