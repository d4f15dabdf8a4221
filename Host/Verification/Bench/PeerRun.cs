using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>The two open simulators of batteries that run on a desktop, in the same run and each as it is meant to be called.</summary>
    internal static class PeerRun
    {
        private const string Script = "peers.py";
        private const int Seconds = 20_000;
        private const int Rounds = 5;

        /// <summary>Prints a table; without arguments a sentence.</summary>
        /// <param name="arguments">A Python with numpy, a clone of dertwin, a clone of Battery-Pack-Simulator; or nothing.</param>
        /// <param name="output">Where to.</param>
        /// <param name="error">Takes what went wrong.</param>
        public static int Run(string[] arguments, TextWriter output, TextWriter error)
        {
            if (arguments.Length != 3)
            {
                output.WriteLine("Not measured in this run: no clones of the peers were named.");
                return 0;
            }

            using Stream stream = typeof(PeerRun).Assembly.GetManifestResourceStream(Script)!;
            using var reader = new StreamReader(stream);
            var start = new ProcessStartInfo(arguments[0], ["-c", reader.ReadToEnd(), arguments[1], arguments[2]]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                error.WriteLine("bench: the peers did not run; see above.");
                return 1;
            }

            using JsonDocument peers = JsonDocument.Parse(text);
            double cells = peers.RootElement.GetProperty("xbattery").GetDouble();
            double plain = peers.RootElement.GetProperty("dertwin").GetDouble();
            double whole = peers.RootElement.GetProperty("dertwin_whole").GetDouble();
            double one = Own(1);
            double sixteen = Own(16) / 16;
            output.WriteLine("| one simulated second of one battery | us | times ours alone | times ours of sixteen |");
            output.WriteLine("| --- | --- | --- | --- |");
            output.WriteLine($"| BatterySim, a bank of one with bus and inverter | {one:0.00} | 1.00 | {one / sixteen:0.00} |");
            output.WriteLine($"| BatterySim, a bank of sixteen with bus and inverter, per battery | {sixteen:0.00} | {sixteen / one:0.00} | 1.00 |");
            output.WriteLine($"| Battery-Pack-Simulator, 16 cells, one step of 1 s, no frames | {cells:0.00} | {cells / one:0.0} | {cells / sixteen:0.0} |");
            output.WriteLine($"| dertwin, one store of energy without cells, ten steps of 0.1 s (its default), no frames | {plain:0.00} | {plain / one:0.00} | {plain / sixteen:0.0} |");
            output.WriteLine($"| dertwin, the same, one step of 1 s | {whole:0.00} | {whole / one:0.00} | {whole / sixteen:0.0} |");
            return 0;
        }

        private static double Own(int batteries)
        {
            TwinOptions options = BenchTwin.CreateOptions(Generic16s100.Name)!;
            options.Bank.BatteryCount = batteries;
            var session = new TwinSession(options);
            session.AdvanceTo(Seconds * 1000L);
            return Median.Of(Enumerable.Range(0, Rounds).Select(_ =>
            {
                double started = ProcessorClock.Seconds;
                session.AdvanceTo(session.NowMilliseconds + (Seconds * 1000L));
                return (ProcessorClock.Seconds - started) * 1e6 / Seconds;
            }));
        }
    }
}
