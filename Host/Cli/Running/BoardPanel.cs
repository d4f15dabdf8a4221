using System;
using System.Threading;
using BatterySim.Host.Board;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Panel.Engine.Boards;
using BatterySim.Host.Panel.Server;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The bench panel for the board that runs here: it types at the console, on a thread of its own.</summary>
    internal sealed class BoardPanel : IDisposable
    {
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

        // A page takes a bench for gone after five seconds without a picture, and none is taken while a question waits.
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        private readonly BoardSession _session;
        private volatile BoardConsoleStream _console = new();
        private readonly SimulatedBoardEngine _engine;
        private readonly PanelHub _hub;
        private readonly PanelPort? _port;
        private readonly CancellationTokenSource _stop = new();
        private readonly Thread _thread;
        private ScpiSession? _instrument;

        /// <summary>Serves the page; the board begins to answer once time passes.</summary>
        public BoardPanel(BoardSession session, PanelPortRequest request, double speed, CliHost host)
        {
            _session = session;
            _engine = new SimulatedBoardEngine(
                Ask, session.Bus, session.Inverter, session.InverterNode, () => session.Firmware.Bank.Simulator, speed);
            _hub = new PanelHub(_engine);
            _port = PanelPort.Open(_hub, request, PortReport.Open(null, host));
            _thread = new Thread(Serve) { IsBackground = true, Name = "board panel" };
            _thread.Start();
        }

        /// <summary>Lets time pass for the board; on the thread that runs it.</summary>
        public void Advance(int milliseconds)
        {
            lock (_engine.Gate)
            {
                _session.Advance(milliseconds);
                _console.Exchange(_session.Serial);
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _port?.Dispose();
            _stop.Cancel();
            _console.Dispose();
            _thread.Join();
            _instrument?.Dispose();
            _stop.Dispose();
        }

        private void Serve()
        {
            while (!_stop.IsCancellationRequested)
            {
                if (!_hub.Run())
                {
                    _stop.Token.WaitHandle.WaitOne(Tick);
                }
            }
        }

        // A board that restarts forgets what was typed: that line is reported, the next one is answered.
        private (string Answer, string? Error) Ask(string line)
        {
            try
            {
                _instrument ??= ScpiSession.Attach("The board's console", _console, Patience);
                return ConsolePanel.Ask(_instrument, line, _stop.Token);
            }
            catch (Exception problem) when (problem is ScpiConnectionException or OperationCanceledException)
            {
                if (_instrument is null)
                {
                    // A session that did not come about has closed its stream.
                    _console = new BoardConsoleStream();
                }

                return ("", problem.Message);
            }
        }
    }
}
