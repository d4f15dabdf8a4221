using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The wish to stop, from Ctrl+C, SIGTERM or a closed terminal. The first ends the command in order, the second kills.</summary>
    internal sealed class Interruption : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly List<PosixSignalRegistration> _signals = [];

        /// <summary>Cancelled once somebody asked for an end.</summary>
        public CancellationToken Token => _source.Token;

        /// <summary>True once somebody asked for an end.</summary>
        public bool IsRequested => _source.IsCancellationRequested;

        /// <summary>Listens to the process's signals from now on.</summary>
        public Interruption Listen()
        {
            foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            {
                _signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
            }

            return this;
        }

        /// <summary>Asks for an end.</summary>
        public void Request() => _source.Cancel();

        /// <inheritdoc />
        public void Dispose()
        {
            _signals.ForEach(static signal => signal.Dispose());
            _source.Dispose();
        }

        // Not cancelled, a signal does what it does by default: the second one kills.
        private void OnSignal(PosixSignalContext context)
        {
            context.Cancel = !IsRequested;
            Request();
        }
    }
}
