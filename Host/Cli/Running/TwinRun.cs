using System;
using System.Net.Sockets;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Server;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One run of bank and inverter: shows it, logs it, and says at the end what happened.</summary>
    internal sealed class TwinRun
    {
        private static readonly TimeSpan LiveRefresh = TimeSpan.FromMilliseconds(200);
        private static readonly TimeSpan LineRefresh = TimeSpan.FromSeconds(1);

        private readonly RunRequest _request;
        private readonly CliHost _host;
        private readonly TwinSession _session;
        private readonly TwinRunner _runner;
        private readonly EnergyMeter _meter;
        private readonly PortHub? _hub;
        private FrameLog? _log;
        private readonly TwinView? _view;
        private RecordFile? _record;

        /// <summary>Builds the twin; nothing happens before <see cref="Run"/>.</summary>
        public TwinRun(RunRequest request, CliHost host)
        {
            _request = request;
            _host = host;
            _session = new TwinSession(request.Options);
            _hub = request.Ports.CreateHub(_session.Bus);
            _runner = new TwinRunner(_session, request.Pace)
            {
                ReportPeriod = host.Terminal is null ? LineRefresh : LiveRefresh,
                Hub = _hub,
                KeepsRealTime = request.KeepsRealTime,
                LatePolicy = request.LatePolicy,
            };
            _meter = new EnergyMeter(_session.Simulator);
            _view = host.Terminal is null ? null : new TwinView(_session, request) { Places = new ViewPlaces { Runner = _runner, Hub = _hub } };

            // The keys of the view speak SCPI, whether or not anybody else can.
            _session.Simulator.Instrument.Host = new TwinInstrumentHost(_session, _runner);
        }

        /// <summary>Runs to the end or until stopped.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            using PortHub? hub = _hub;
            using FrameLog? log = _request.LogPath is null ? null : FrameLog.Create(_request.LogPath, _host.Interruption.Token);
            _log = log;
            _session.Bus.FrameCompleted += OnFrame;
            Action<string> say = PortReport.Open(hub, _host, _view is null ? null : _view.Report);
            using ModbusUnits? units = ModbusUnits.Open(_request.Ports, _session.Inverter, say);
            if (units is not null)
            {
                _session.Stepped += _ => units.Run();
                Show(places => places with { Modbus = units.Places });
            }

            _runner.Slips.Slipped += slip => OnSlip(slip, say);
            CommandSources commands = new();
            ScpiServer? server = OpenInstrument(commands, say);
            using PolledInverter? inverter = PolledInverter.Find(_request.Web?.Modbus, say);
            using BenchEngine engine = new(_session, _runner, Product.Version, registers: inverter?.Pictures);
            PanelHub panel = new(engine);
            if (_request.Web is not null)
            {
                commands.Add(panel);
            }

            _runner.Commands = commands;
            using PanelPort? web = PanelPort.Open(panel, _request.Web, say);
            Show(places => places with { Web = web?.Address });
            try
            {
                return RunRecorded(units);
            }
            finally
            {
                server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }

        // The heading replaces what the file held before, so it waits until everything else is open.
        private int RunRecorded(ModbusUnits? units)
        {
            using RecordFile? record = _request.RecordPath is null
                ? null
                : RecordFile.Create(_request.RecordPath, _session, _host.Interruption.Token);
            _record = record;
            Show();
            _meter.Read(_session.NowMilliseconds * 1000);
            _log?.Flush();
            record?.Flush();
            RunSummary.Write(_host.Output, _request, _session, _meter, _runner.Elapsed, _log, record);
            RunSummary.WriteSlips(_host.Output, _runner.Slips, _request.LatePolicy);
            PortReport.WriteSummary(_host.Output, _hub);
            units?.WriteSummary(_host.Output);
            return ExitCodes.Success;
        }

        private void Show()
        {
            if (_view is null)
            {
                RunWithLines();
            }
            else
            {
                RunWithView(_view);
            }
        }

        private void Show(Func<ViewPlaces, ViewPlaces> change)
        {
            if (_view is not null)
            {
                _view.Places = change(_view.Places);
            }
        }

        private ScpiServer? OpenInstrument(CommandSources commands, Action<string> say)
        {
            if (_request.Scpi is null)
            {
                return null;
            }

            ScpiInbox inbox = new(_session.Simulator);
            commands.Add(inbox);
            try
            {
                ScpiServer server = ScpiServer.Start(inbox, _request.Scpi.Address, _request.Scpi.Port, _request.Token, say);
                string warning = PortReport.Warning(server.EndPoint.Address, _request.Token is not null, "this bank");
                say($"SCPI listens on {server.EndPoint}{warning}");
                Show(places => places with { Scpi = $"{server.EndPoint}{warning}" });
                return server;
            }
            catch (SocketException problem)
            {
                throw CliException.Failure($"SCPI cannot listen on {_request.Scpi} ({problem.SocketErrorCode}); choose another port with --scpi PORT.");
            }
        }

        private void RunWithLines()
        {
            RunLines lines = new(_host.Output, _session);
            lines.WriteHead(_request);
            Drive(lines.Write);
            lines.Write();
        }

        private void RunWithView(TwinView view)
        {
            using LiveScreen screen = new(_host.Terminal!);
            void Draw()
            {
                _host.HeedKeys(view.Keys.Press);
                screen.Draw((size, isUnicode) => view.Compose(size, isUnicode, _runner.Elapsed));
            }

            Draw();
            Drive(Draw);
        }

        private void Drive(Action show)
        {
            void Report()
            {
                _log?.Flush();
                _record?.Flush();
                show();
            }

            _runner.RunAsync(_request.DurationMilliseconds, Report, _host.Interruption.Token).GetAwaiter().GetResult();
        }

        // Once to the user; each of them to the log.
        private void OnSlip(HostSlip slip, Action<string> say)
        {
            string what = _request.LatePolicy == LatePolicy.Shift ? "frames left late" : "frames were left out";
            _log?.Comment($"the host slipped {slip.LateMilliseconds} ms at {Figures.Seconds(slip.AtMilliseconds)} s: {what}");
            if (_runner.Slips.Count == 1)
            {
                say($"this machine was {slip.LateMilliseconds} ms late at {Figures.Seconds(slip.AtMilliseconds)} s, so that {what}; "
                    + "further slips are counted in the summary and in SYST:SLIP?");
            }
        }

        private void OnFrame(long microseconds, VirtualBusNode sender, CanFrame frame)
        {
            _log?.Write(microseconds, frame);
            _meter.Read(microseconds);
        }
    }
}
