using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>A <see cref="Worker"/> seen from outside: it is started when needed, and ended where a mutant never returns.</summary>
    internal sealed class WorkerProcess : IDisposable
    {
        /// <summary>The answer for a run that does not end.</summary>
        public const string Endless = "Timeout";

        private static readonly TimeSpan MeasuringTime = TimeSpan.FromHours(1);

        private readonly string _assembly;
        private readonly TimeSpan _patience;
        private Process? _process;

        /// <summary>Makes one that is not started yet.</summary>
        public WorkerProcess(string assembly, TimeSpan patience)
        {
            _assembly = assembly;
            _patience = patience;
        }

        /// <summary>What became of a mutant: killed and by which test, survived, not reached by any, or a run that does not end.</summary>
        public string Try(int mutant)
        {
            Process process = _process ??= Start();
            string? answer = null;
            try
            {
                process.StandardInput.WriteLine(mutant.ToString(CultureInfo.InvariantCulture));
                process.StandardInput.Flush();
                answer = Read(process, _patience);
            }
            catch (IOException)
            {
                // It ended while it was told.
            }

            if (answer is not null and not Endless)
            {
                return answer;
            }

            bool hasEnded = answer is null && process.HasExited;
            Dispose();
            return hasEnded ? "Killed by the end of the process" : Endless;
        }

        /// <summary>Ends it; the next mutant starts another.</summary>
        public void Dispose()
        {
            if (_process is { HasExited: false })
            {
                _process.Kill();
            }

            _process?.Dispose();
            _process = null;
        }

        private Process Start()
        {
            ProcessStartInfo start = new(Environment.ProcessPath!, [typeof(Worker).Assembly.Location, "worker", _assembly])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            Process process = Process.Start(start)!;
            return Read(process, MeasuringTime) == "ready" ? process : throw new InvalidOperationException("the tests do not run without a mutant.");
        }

        private static string? Read(Process process, TimeSpan patience)
        {
            Task<string?> answer = process.StandardOutput.ReadLineAsync();
            return answer.Wait(patience) ? answer.Result : null;
        }
    }
}
