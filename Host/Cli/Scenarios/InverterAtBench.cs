using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Files;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>The inverter of a bench during <c>scenario run</c>: found before anything runs, polled meanwhile, compared afterwards.</summary>
    internal sealed class InverterAtBench : IDisposable
    {
        private const string LogName = "registers.csv";

        private readonly CliHost _host;
        private readonly RegisterLog? _log;
        private readonly long _startTicks = Stopwatch.GetTimestamp();

        private InverterAtBench(InverterObserver observer, RegisterLog? log, CliHost host)
        {
            Observer = observer;
            _log = log;
            _host = host;
        }

        /// <summary>Reads it.</summary>
        public InverterObserver Observer { get; }

        /// <summary>Finds the inverter and says who it is; null if none was named.</summary>
        public static InverterAtBench? Find(string? text, string? can, string? reportFolder, IReadOnlyCollection<int> writable, CliHost host)
        {
            if (text is null)
            {
                return writable.Count == 0 ? null : throw CliException.Usage("--allow-writes names registers of an inverter that nobody reaches; add --modbus URL.");
            }

            if (can is null or "virtual")
            {
                throw CliException.Usage("--modbus reads the inverter of a bench, whose bus is missing; add --can PORT and --scpi ADDRESS.");
            }

            ModbusUrl url = ModbusUrl.Parse(text, out string error) ?? throw CliException.Usage($"--modbus {error}.");
            InverterObserver observer = new(url, null, writable);
            try
            {
                InverterFacts facts = observer.Find();
                host.Error.WriteLine($"batterysim: inverter at {url}: {facts.Summary}.");
                foreach (string remark in facts.Remarks)
                {
                    host.Error.WriteLine($"batterysim: {remark.TrimEnd('.')}.");
                }

                InverterAtBench bench = new(observer, LogOf(reportFolder), host);
                observer.Polled += bench.Write;
                observer.Start();
                return bench;
            }
            catch (ModbusConnectionException problem)
            {
                observer.Dispose();
                throw new CliException(ExitCodes.CouldNotRun, problem.Message);
            }
        }

        /// <summary>Sets written registers back, then reads the settings again and says what differs.</summary>
        public void Finish()
        {
            foreach (string problem in Observer.RestoreWritten())
            {
                _host.Error.WriteLine($"batterysim: {problem}.");
            }

            IReadOnlyList<string> differences = InverterObserver.Differences(Observer.Facts!.Settings, Observer.ReadSettings());
            foreach (string difference in differences)
            {
                _host.Error.WriteLine($"batterysim: a setting of the inverter changed during the run: {difference}.");
            }

            if (Observer.FailedCount > 0)
            {
                _host.Error.WriteLine($"batterysim: {Observer.FailedCount} polls of the inverter failed; last: {Observer.LastError}.");
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            // After Finish there is nothing left to set back; after a failure there may be.
            _ = Observer.RestoreWritten();
            Observer.Dispose();
            _log?.Dispose();
        }

        private void Write(InverterReading reading) =>
            _log?.Write((long)Stopwatch.GetElapsedTime(_startTicks, reading.EndTicks).TotalMilliseconds, reading);

        private static RegisterLog? LogOf(string? folder)
        {
            if (folder is null)
            {
                return null;
            }

            try
            {
                Directory.CreateDirectory(folder);
                return new RegisterLog(Path.Combine(folder, LogName));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Usage($"--report '{folder}' cannot be written: {FileProblem.Reason(problem)}; name a folder that may be written to.");
            }
        }
    }
}
