using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>
    /// 'bench page [--vcan] [OTHER [PYTHON DERTWIN XBATTERY]] [--native OWN OTHER]': docs/performance.md with everything measured anew.
    /// </summary>
    internal static class PageRun
    {
        private const string Template = "performance-page.md";

        private const string NativeOption = "--native";

        private const string VcanOption = "--vcan";

        // Relative to the repository, where the command is called.
        private const string VcanScript = "Host/Tests/Outside/vcan/run-on-vcan";

        public static int Run(string[] given, TextWriter output, TextWriter error)
        {
            bool isOnVcan = given.FirstOrDefault() == VcanOption;
            given = isOnVcan ? given[1..] : given;
            int option = Array.IndexOf(given, NativeOption);
            string[] native = option < 0 ? [] : given[(option + 1)..];
            string[] arguments = option < 0 ? given : given[..option];
            if (option >= 0 && (native.Length != 2 || arguments.Length == 0))
            {
                error.WriteLine($"bench: {NativeOption} names this bench and OTHER, both compiled ahead of time, and comes last, behind OTHER.");
                return 2;
            }

            using Stream stream = typeof(PageRun).Assembly.GetManifestResourceStream(Template)!;
            using var reader = new StreamReader(stream);
            string page = reader.ReadToEnd();
            int result = 0;
            void Put(string place, Func<TextWriter, int> run)
            {
                error.WriteLine($"bench: measuring {place}");
                var text = new StringWriter { NewLine = "\n" };
                result |= run(text);
                page = page.Replace($"{{{{{place}}}}}", text.ToString().TrimEnd('\n'), StringComparison.Ordinal);
            }

            Put("machine", WriteMachine);
            Put("day", text => AgainstRun.Run(arguments.Length > 0 ? [arguments[0], .. native] : [], text, error));
            Put("parts", PartsRun.Run);
            Put("growth", GrowthRun.Run);
            Put("fleet", text => FleetGrowthRun.Run(text, error));
            Put("record", RecordCost.Run);
            Put("logs", text => LogRun.RunTwinLog(arguments.Length > 1 ? arguments[1] : null, text));
            Put("latency", text => LatencyRun.Run([], text, error));
            Put("latency-vcan", text => isOnVcan ? MeasureOnVcan(text) : WriteNotMeasured(text));
            Put("peers", text => PeerRun.Run(arguments.Length > 3 ? arguments[1..4] : [], text, error));
            Put("il", text => IlRun.Run(null, text, error));
            Put("board", BoardRun.Run);
            output.Write(page);
            return result;
        }

        private static int WriteMachine(TextWriter output)
        {
            string processor = File.Exists("/proc/cpuinfo")
                ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? ""
                : "";
            output.WriteLine($"| date | {DateTime.UtcNow:yyyy-MM-dd} |");
            output.WriteLine("| --- | --- |");
            output.WriteLine($"| commit | {Commit()} |");
            output.WriteLine($"| processor | {processor}, {Environment.ProcessorCount} cores for this system |");
            output.WriteLine($"| system | {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture} |");
            output.WriteLine($"| others at the same time | {Load()} |");
            return 0;
        }

        private static string Commit() => Output("git", out _, "describe", "--always", "--dirty", "--exclude", "*").Trim();

        private static int MeasureOnVcan(TextWriter output)
        {
            string bench = typeof(PageRun).Assembly.Location;
            output.Write(Output(
                "env", out int exit, "RUN_ON_VCAN_SECONDS=900", VcanScript, "dotnet", bench, "latency", "socketcan://can0", "slcan", "socketcand"));
            return exit;
        }

        private static int WriteNotMeasured(TextWriter output)
        {
            output.WriteLine($"not measured in this run; {VcanOption} does");
            return 0;
        }

        private static string Output(string program, out int exit, params string[] arguments)
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            exit = process.ExitCode;
            return text;
        }

        // A page that was measured while others worked says so.
        private static string Load()
        {
            if (!File.Exists("/proc/loadavg"))
            {
                return "not known";
            }

            double load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]);
            string meaning = load < 0.5 ? "an idle machine" : load < Environment.ProcessorCount ? "some other work" : "busy with other work: compare within a table only";
            return $"load average {load:0.0} at the start, {meaning}";
        }
    }
}
