using System;
using System.Collections.Generic;
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
            PanelHub hub = new(new ScpiEngine(Ask, kind));
            Action<string> say = PortReport.Open(null, host);
            using PanelPort? port = PanelPort.Open(hub, request, say);
            while (!host.Interruption.IsRequested)
            {
                if (!hub.Run())
                {
                    host.Interruption.Token.WaitHandle.WaitOne(Tick);
                }
            }

            return ExitCodes.Success;
        }

        private (string Answer, string? Error) Ask(string line)
        {
            (IReadOnlyList<string> answers, string? error) = session.Execute(line);
            return (string.Join('\n', answers), error);
        }
    }
}
