using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Analysis.Decoding;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Frames a second of decode and doctor on one candump log, beside python-can and cantools on the same file in the same run.</summary>
    /// <remarks>
    /// 'bench logs [FILE [PYTHON]]', without a file on one that the twin writes. Each part reads it from its beginning on one thread, the first time
    /// not counted, and the best of three counts; what is decoded is composed as text and dropped. PYTHON is an interpreter with python-can, and
    /// with cantools if there is one.
    /// </remarks>
    internal static class LogRun
    {
        private const int Rounds = 4;
        private const int TwinHours = 12;

        public static int Run(string[] arguments, TextWriter output, TextWriter error)
        {
            if (arguments.Length == 0)
            {
                return RunTwinLog(null, output);
            }

            if (!File.Exists(arguments[0]))
            {
                error.WriteLine($"bench logs: there is no '{arguments[0]}'; name a candump log, and a Python with python-can to compare with.");
                return 2;
            }

            return Run(arguments[0], arguments.Length > 1 ? arguments[1] : null, output);
        }

        /// <summary>The same on a log that a twin of sixteen batteries writes.</summary>
        /// <param name="python">A Python with python-can, or null for no comparison.</param>
        /// <param name="output">Where to.</param>
        public static int RunTwinLog(string? python, TextWriter output)
        {
            string path = Path.GetTempFileName();
            try
            {
                WriteTwinLog(path);
                return Run(path, python, output);
            }
            finally
            {
                File.Delete(path);
            }
        }

        private static int Run(string path, string? python, TextWriter output)
        {
            List<(string Part, double Rate)> rates =
            [
                ("`read`: lines to frames", Measure(path, static stream => ReadAll(new LogSource(stream)))),
                ("`decode`: a pass for the dialect, a pass that prints", Measure(path, Decode)),
                ("`doctor`: the whole report", Measure(path, Diagnose)),
            ];
            int result = python is null ? 0 : RunPython(python, path, rates);
            double reader = rates.Find(static one => one.Part == PythonReader).Rate;
            output.WriteLine("| part | million frames a second | times python-can's reader |");
            output.WriteLine("| --- | --- | --- |");
            foreach ((string part, double rate) in rates)
            {
                output.WriteLine($"| {part} | {NumberOf(rate)} | {NumberOf(reader > 0 ? rate / reader : 0)} |");
            }

            return result;
        }

        private static string NumberOf(double value) => value > 0 ? $"{value:0.00}" : "not measured";

        private static void WriteTwinLog(string path)
        {
            using var file = new StreamWriter(path);
            var writer = new CandumpWriter(file, "can0");
            var session = new TwinSession(BenchTwin.CreateOptions(null)!);
            session.Bus.FrameCompleted += (microseconds, _, frame) => writer.Write(microseconds, frame);
            session.AdvanceTo(TwinHours * 3_600_000L);
        }

        private static double Measure(string path, Func<Stream, long> part)
        {
            double best = 0;
            for (int round = 0; round < Rounds; round++)
            {
                using FileStream stream = File.OpenRead(path);
                long started = Stopwatch.GetTimestamp();
                long frames = part(stream);
                double rate = frames / Stopwatch.GetElapsedTime(started).TotalSeconds;
                best = round == 0 ? 0 : Math.Max(best, rate);
            }

            return best / 1e6;
        }

        private static long ReadAll(LogSource source)
        {
            LoggedFrame record = new();
            while (source.TryRead(record))
            {
            }

            return source.FrameCount;
        }

        // Both passes that the command makes: the first for the dialect, the second to print.
        private static long Decode(Stream stream)
        {
            DialectDetector survey = DecodeRun.Survey(new LogSource(stream));
            stream.Position = 0;
            LogSource source = new(stream);
            TextFramePrinter printer = new(TextWriter.Null) { IsBuffered = true };
            new DecodeRun(source, new FrameDecoder(survey), printer).ToEnd();
            return source.FrameCount;
        }

        private static long Diagnose(Stream stream)
        {
            BusSurvey bus = new();
            bus.ReadAll(new LogSource(stream, isSteady: true));
            TextReportWriter.Write(new DoctorReport("log", bus), TextWriter.Null);
            return bus.FrameCount;
        }

        private static int RunPython(string python, string path, List<(string Part, double Rate)> rates)
        {
            string dbc = Path.GetTempFileName();
            try
            {
                File.WriteAllText(dbc, DbcWriter.Write(DecodeDialects.Find("sol-ark")!));
                ProcessStartInfo start = new(python) { RedirectStandardInput = true, RedirectStandardOutput = true };
                start.ArgumentList.Add("-");
                start.ArgumentList.Add(path);
                start.ArgumentList.Add(dbc);
                using Process process = Process.Start(start)!;
                process.StandardInput.Write(Script);
                process.StandardInput.Close();
                string[] said = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                process.WaitForExit();
                rates.Add((PythonReader, RateAt(said, 0)));
                rates.Add(("python-can's reader and cantools", RateAt(said, 1)));
                return process.ExitCode;
            }
            finally
            {
                File.Delete(dbc);
            }
        }

        // 0 where there is nothing to measure.
        private static double RateAt(string[] said, int index) => said.Length > index ? double.Parse(said[index]) : 0;

        private const string PythonReader = "python-can's reader alone";

        private const string Script =
            """
            import sys, time
            import can
            path, dbc = sys.argv[1:]
            try:
                import cantools
                base = cantools.database.load_file(dbc, database_format="dbc", strict=False)
            except ImportError:
                base = None
            def read():
                return sum(1 for _ in can.CanutilsLogReader(path))
            def decode():
                count = 0
                for message in can.CanutilsLogReader(path):
                    str(base.decode_message(message.arbitration_id, message.data))
                    count += 1
                return count
            for part in (read, decode) if base else (read,):
                started = time.perf_counter()
                count = part()
                print(f"{count / (time.perf_counter() - started) / 1e6:.3f}")
            """;
    }
}
