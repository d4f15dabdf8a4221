using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The two ways into a bench: one connection to the instrument, one port on the bus.</summary>
    internal sealed class BenchPorts : IDisposable
    {
        private const int OpenMilliseconds = 5000;
        private const int LookMilliseconds = 10;

        private readonly AutoResetEvent _arrived = new(false);
        private readonly ICanPort _port;
        private readonly ScpiSession _session;

        /// <summary>Opens both.</summary>
        /// <exception cref="StandException">One of them is not there.</exception>
        public BenchPorts(string canUrl, string scpiAddress)
        {
            CanPortUrl url = CanPortUrlParser.Parse(canUrl, out string problem) ?? throw new StandException(problem + ".");
            ScpiAddress address = ScpiAddress.Parse(scpiAddress, out problem) ?? throw new StandException(problem + ".");
            IsTwin = !address.IsSerial;
            _session = OpenSession(address);
            try
            {
                _port = CanPorts.Create(url);
                _port.FrameArrived += () => _arrived.Set();
                OpenPort();
            }
            catch
            {
                _session.Dispose();
                throw;
            }
        }

        /// <summary>True where the instrument is a twin on a machine that does other things too, and not a board on its console.</summary>
        public bool IsTwin { get; }

        /// <summary>Has the instrument carry out a line.</summary>
        /// <returns>Null if it was carried out, otherwise why not, in one sentence.</returns>
        /// <exception cref="StandException">The instrument is gone.</exception>
        public string? Execute(string line, CancellationToken stop)
        {
            string? error = Run(line, stop).Error;
            return error == null ? null : $"The instrument refuses '{line}': {error.Replace("\"", "", StringComparison.Ordinal)}.";
        }

        /// <summary>Asks the instrument; an empty answer where it refuses.</summary>
        /// <exception cref="StandException">The instrument is gone.</exception>
        public string Ask(string query, CancellationToken stop)
        {
            IReadOnlyList<string> answers = Run(query, stop).Answers;
            return answers.Count > 0 ? answers[0] : "";
        }

        /// <summary>Waits until a frame arrives, or for a time.</summary>
        public void WaitForFrame(int milliseconds) => _arrived.WaitOne(milliseconds);

        /// <summary>Takes the next frame that has arrived, with the port's time of it, us.</summary>
        /// <returns>False if there is none.</returns>
        public bool TryReceive(CanFrame frame, out long microseconds) => _port.TryReceive(frame, out microseconds);

        /// <summary>Sends a frame.</summary>
        /// <returns>False if the port did not take it.</returns>
        public bool Send(CanFrame frame) => _port.Send(frame) == SendResult.Accepted;

        /// <summary>Looks whether the bus is still there.</summary>
        /// <exception cref="StandException">It is not.</exception>
        public void CheckPort()
        {
            if (_port.Phase != PortPhase.Open)
            {
                string why = _port.LastError.Length > 0 ? $": {_port.LastError.TrimEnd('.')}" : "; is the other end there?";
                throw new StandException($"The CAN port {_port.Name} is not open{why}.");
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _port.Dispose();
            _session.Dispose();
            _arrived.Dispose();
        }

        private (IReadOnlyList<string> Answers, string? Error) Run(string line, CancellationToken stop)
        {
            try
            {
                return _session.Execute(line, stop);
            }
            catch (ScpiConnectionException problem)
            {
                throw new StandException(problem.Message, problem);
            }
        }

        private static ScpiSession OpenSession(ScpiAddress address)
        {
            try
            {
                return ScpiSession.Open(address);
            }
            catch (ScpiConnectionException problem)
            {
                throw new StandException(problem.Message, problem);
            }
        }

        private void OpenPort()
        {
            try
            {
                _port.Open();
            }
            catch (CanPortException problem)
            {
                throw new StandException(problem.Message.TrimEnd('.') + ".", problem);
            }

            long start = Stopwatch.GetTimestamp();
            while (_port.Phase != PortPhase.Open && Stopwatch.GetElapsedTime(start).TotalMilliseconds < OpenMilliseconds)
            {
                _arrived.WaitOne(LookMilliseconds);
            }

            CheckPort();
        }
    }
}
