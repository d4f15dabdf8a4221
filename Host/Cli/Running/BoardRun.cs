using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using BatterySim.Hardware;
using BatterySim.Host.Board;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>One run of the board's firmware with its console on the terminal.</summary>
    internal sealed class BoardRun(BoardRequest request, CliHost host)
    {
        private const int TickMilliseconds = 20;
        private const int AfterInputMilliseconds = 2000;

        // At full speed the whole run may be over before the first line of a pipe is read. A pipe that nobody closes is not waited for longer.
        private const int PipeMilliseconds = 1000;

        private readonly Lock _inputLock = new();
        private readonly StringBuilder _input = new();
        private bool _isInputOver;

        /// <summary>Runs until the time is over, the input ends or somebody stops it.</summary>
        /// <returns>Exit code.</returns>
        public int Run()
        {
            BoardSession session = new(request.Dip, can: request.CanController);
            BoardKeys keys = new(session, request.Web is null);
            if (host.Input is not null)
            {
                Thread reader = new(() => ReadInput(host.Input)) { IsBackground = true };
                reader.Start();
                if (request.Pace.IsMax)
                {
                    reader.Join(PipeMilliseconds);
                }
            }

            host.Output.WriteLine("# The firmware with a simulated board around it; ~? at the start of a line for its switches and button.");
            if (request.PressesReset)
            {
                keys.PressReset();
            }

            using (BoardPanel? panel = request.Web is null ? null : new BoardPanel(session, request.Web, request.Pace.Factor, host))
            {
                Drive(session, keys, panel);
            }

            host.Output.WriteLine();
            host.Output.WriteLine($"# {session.NowMilliseconds / 1000.0:F1} s, {session.Bus.FrameCount} frames on the bus, {session.Inverter.ReplyCount} answers of the inverter.");
            return ExitCodes.Success;
        }

        private void Drive(BoardSession session, BoardKeys keys, BoardPanel? panel)
        {
            long start = Stopwatch.GetTimestamp();
            long end = request.DurationMilliseconds ?? long.MaxValue;
            long idleMilliseconds = -1;
            while (!host.Interruption.IsRequested && !keys.IsOver && session.NowMilliseconds < end)
            {
                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                long due = request.Pace.IsMax ? end : (long)Math.Min(end, elapsed * request.Pace.Factor);
                ConsumeInput(keys);
                while (session.NowMilliseconds < due && !host.Interruption.IsRequested && !keys.IsOver)
                {
                    keys.Run();
                    if (keys.Message is { } message)
                    {
                        host.Output.WriteLine(message);
                    }

                    Advance(session, panel);
                }

                host.Output.Flush();
                idleMilliseconds = IsInputOver && keys.IsIdle ? (idleMilliseconds < 0 ? session.NowMilliseconds : idleMilliseconds) : -1;
                if (request is { DurationMilliseconds: null, Web: null } && idleMilliseconds >= 0
                    && session.NowMilliseconds - idleMilliseconds >= AfterInputMilliseconds)
                {
                    return;
                }

                if (!request.Pace.IsMax)
                {
                    host.Interruption.Token.WaitHandle.WaitOne(TickMilliseconds);
                }
            }
        }

        private void Advance(BoardSession session, BoardPanel? panel)
        {
            if (panel is not null)
            {
                panel.Advance(Firmware.PassMilliseconds);
                return;
            }

            session.Advance(Firmware.PassMilliseconds);
            host.Output.Write(session.Serial.ConsumeOutput().Replace("\r\n", "\n", StringComparison.Ordinal));
        }

        private bool IsInputOver
        {
            get
            {
                lock (_inputLock)
                {
                    return _isInputOver;
                }
            }
        }

        private void ConsumeInput(BoardKeys keys)
        {
            for (char? key = host.ConsumeKey(); key is not null; key = host.ConsumeKey())
            {
                keys.Add(key.Value);
            }

            lock (_inputLock)
            {
                for (int index = 0; index < _input.Length; index++)
                {
                    keys.Add(_input[index]);
                }

                _input.Clear();
            }
        }

        // A pipe has no way to be asked without waiting.
        private void ReadInput(TextReader input)
        {
            for (string? line = input.ReadLine(); line is not null; line = input.ReadLine())
            {
                lock (_inputLock)
                {
                    _input.Append(line).Append('\n');
                }
            }

            lock (_inputLock)
            {
                _isInputOver = true;
            }
        }
    }
}
