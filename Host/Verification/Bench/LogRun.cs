using System;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Analysis.Decoding;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Frames a second of decode and doctor on one candump log, beside python-can and cantools on the same file in the same run.</summary>
    /// <remarks>
    /// 'bench logs FILE [PYTHON]'. Each part reads the file from its beginning on one thread, the first time not counted, and the best of
    /// three counts; what is decoded is composed as text and dropped. PYTHON is an interpreter with python-can, and with cantools if there is one.
    /// </remarks>
    internal static class LogRun
    {
        private const int Rounds = 4;

        public static int Run(string[] arguments, TextWriter output, TextWriter error)
        {
            if (arguments.Length == 0 || !File.Exists(arguments[0]))
            {
                error.WriteLine("bench logs: name a candump log that exists, and a Python with python-can and cantools to compare with.");
                return 2;
            }

            string path = arguments[0];
            Measure(output, "read", path, static stream => ReadAll(new LogSource(stream)));
            Measure(output, "decode", path, Decode);
            Measure(output, "doctor", path, Diagnose);
            return arguments.Length > 1 ? RunPython(arguments[1], path, output) : 0;
        }

        private static void Measure(TextWriter output, string name, string path, Func<Stream, long> part)
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

            output.WriteLine($"{name,-22} {best / 1e6,8:F3} million frames a second");
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

        private static int RunPython(string python, string path, TextWriter output)
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
                output.Write(process.StandardOutput.ReadToEnd());
                process.WaitForExit();
                return process.ExitCode;
            }
            finally
            {
                File.Delete(dbc);
            }
        }

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
            for name, part in ("python-can read", read), ("python-can + cantools", decode):
                if part is decode and base is None:
                    print("python-can + cantools  not measured: this Python has no cantools")
                    continue
                started = time.perf_counter()
                count = part()
                print(f"{name:22} {count / (time.perf_counter() - started) / 1e6:8.3f} million frames a second")
            """;
    }
}
