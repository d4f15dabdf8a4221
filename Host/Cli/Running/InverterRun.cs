using System;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Cli.View;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One run of the virtual inverter by itself.</summary>
    internal sealed class InverterRun(InverterRequest request, CliHost host)
    {
        private const int LineMilliseconds = 1000;
        private const int TickMilliseconds = 20;
        private const int RefreshMilliseconds = 200;

        /// <summary>Runs to the end of the log or of the time, or until stopped.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            using StreamReader? log = request.LogPath is null ? null : Open(request.LogPath);
            try
            {
                InverterSession session = new(request, log);
                if (log is not null && session.IsOver)
                {
                    throw CliException.Failure($"the log '{request.LogPath}' has no frames; give a candump -L log with lines such as (0.000000) can0 351#3002E803E803C001.");
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
                return ExitCodes.Success;
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"reading '{request.LogPath}' failed: {problem.Message.TrimEnd('.')}; check the file.");
            }
        }

        private static StreamReader Open(string path)
        {
            try
            {
                return new StreamReader(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                string reason = problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                    : problem is UnauthorizedAccessException ? "access is denied or it is a folder"
                    : problem.Message.TrimEnd('.');
                throw CliException.Failure($"cannot read the log '{path}': {reason}; give a candump -L log.");
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
                    host.Interruption.Token.WaitHandle.WaitOne(TickMilliseconds);
                }
            }
        }
    }
}
