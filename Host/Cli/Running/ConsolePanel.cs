using System;
using System.Collections.Generic;
using System.Threading;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Boards;
using BatterySim.Host.Panel.Server;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The bench panel for an instrument: a page in place of a prompt.</summary>
    internal sealed class ConsolePanel(ScpiSession session, BenchKind kind, PanelPortRequest request, CliHost host)
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

        /// <summary>Serves the page until somebody stops it or the instrument is gone.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            Action<string> say = PortReport.Open(null, host);
            using PolledInverter? inverter = PolledInverter.Find(request.Modbus, say);
            PanelHub hub = new(new ScpiEngine(line => Ask(session, line, host.Interruption.Token), kind, inverter?.Pictures));
            using PanelPort? port = PanelPort.Open(hub, request, say);
            try
            {
                while (!host.Interruption.IsRequested)
                {
                    if (!hub.Run())
                    {
                        host.Interruption.Token.WaitHandle.WaitOne(Tick);
                    }
                }
            }
            catch (OperationCanceledException) when (host.Interruption.IsRequested)
            {
                // Stopped in the middle of a question.
            }

            return ExitCodes.Success;
        }

        /// <summary>Has a line carried out.</summary>
        /// <returns>The answers, a line each, and the error or null.</returns>
        public static (string Answer, string? Error) Ask(ScpiSession session, string line, CancellationToken stop)
        {
            (IReadOnlyList<string> answers, string? error) = session.Execute(line, stop);
            return (string.Join('\n', answers), error);
        }
    }
}
