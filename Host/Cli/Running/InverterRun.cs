using System;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One run of the virtual inverter by itself.</summary>
    internal sealed class InverterRun(InverterRequest request, CliHost host)
    {
        private const int LineMilliseconds = 1000;
        private const int TickMilliseconds = 20;
        private const int BusTickMilliseconds = 2;
        private const int RefreshMilliseconds = 200;

        /// <summary>Runs to the end of the log or of the time, or until stopped.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            using FileStream? log = request.LogPath is null ? null : Open(request.LogPath);
            try
            {
                string? channel = request.Log is { Channel.Length: > 0 } ? request.Log.Channel : null;
                InverterSession session = new(request, log is null ? null : new LogSource(log, format: null, channel, isSteady: true));
                using PortHub? hub = session.Bus is null ? null : request.Ports.CreateHub(session.Bus);
                session.Hub = hub;
                Action<string> say = PortReport.Open(hub, host);
                using ModbusUnits? units = ModbusUnits.Open(request.Ports, session.Inverter, say);
                session.Units = units;
                if (log is not null && session.IsOver)
                {
                    throw CliException.Failure($"the log '{request.LogPath}' has no frames{Detail(session)}; give a candump log with lines such as '(0.000000) can0 351#3002E803E803C001', or one of: {LogFormats.Names}.");
                }

                if (host.Terminal is null)
                {
                    RunWithLines(session);
                }
                else
                {
                    RunWithView(session);
                }

                InverterSummary.Write(host, request, session);
                PortReport.WriteSummary(host.Output, hub);
                units?.WriteSummary(host.Output);
                return ExitCodes.Success;
            }
            catch (LogFormatException problem)
            {
                throw CliException.Failure($"the log '{request.LogPath}' is {problem.Message}.");
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"reading '{request.LogPath}' failed: {problem.Message.TrimEnd('.')}; check the file.");
            }
        }

        private static string Detail(InverterSession session)
        {
            string detail = string.Join("; ", session.LogNotes);
            return detail.Length == 0 ? "" : $" ({detail})";
        }

        private void Wait(InverterSession session)
        {
            if (session.Hub is null)
            {
                host.Interruption.Token.WaitHandle.WaitOne(TickMilliseconds);
            }
            else
            {
                session.Hub.Wait(TimeSpan.FromMilliseconds(BusTickMilliseconds), host.Interruption.Token);
            }
        }

        private static FileStream Open(string path)
        {
            try
            {
                return File.OpenRead(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot read the log '{path}': {FileProblem.Reason(problem)}; name a log that exists.");
            }
        }

        private void RunWithLines(InverterSession session)
        {
            InverterRunLines lines = new(host.Output, session);
            lines.WriteHead();
            long last = -1;
            Drive(session, static () => { }, () =>
            {
                lines.Write();
                last = session.NowMilliseconds;
            });
            if (session.NowMilliseconds > last)
            {
                lines.Write();
            }
        }

        private void RunWithView(InverterSession session)
        {
            InverterView view = new(session, request);
            using LiveScreen screen = new(host.Terminal!);
            void Draw()
            {
                host.HeedKeys();
                screen.Draw((size, _) => view.Compose(size));
            }

            Draw();
            Drive(session, Draw, static () => { });
        }

        // Steps end on whole seconds, so that what is said every second is said at the same times whatever the speed.
        private void Drive(InverterSession session, Action draw, Action everySecond)
        {
            long start = Stopwatch.GetTimestamp();
            long end = request.DurationMilliseconds ?? long.MaxValue;
            bool stopsWithLog = request.DurationMilliseconds is null;
            long nextSecond = LineMilliseconds;
            double nextDraw = RefreshMilliseconds;
            while (!host.Interruption.IsRequested)
            {
                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (elapsed >= nextDraw)
                {
                    draw();
                    nextDraw = elapsed + RefreshMilliseconds;
                }

                long due = request.Pace.IsMax ? end : (long)Math.Min(end, elapsed * request.Pace.Factor);
                session.AdvanceTo(Math.Max(session.NowMilliseconds, Math.Min(due, nextSecond)), stopsWithLog);
                session.Units?.Run();
                if (session.NowMilliseconds >= nextSecond)
                {
                    everySecond();
                    nextSecond += LineMilliseconds;
                }

                if (session.NowMilliseconds >= end || (stopsWithLog && session.IsOver))
                {
                    return;
                }

                if (session.NowMilliseconds >= due)
                {
                    Wait(session);
                }
            }
        }
    }
}
