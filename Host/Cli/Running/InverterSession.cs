using System;
using System.Collections.Generic;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A virtual Sol-Ark that listens to a log with its times, or to a bus where nobody is.</summary>
    internal sealed class InverterSession
    {
        private const int SkippedShownMax = 5;

        private readonly CandumpReader? _reader;
        private readonly CandumpRecord _next = new();
        private readonly List<string> _skipped = [];
        private long _firstMicroseconds;
        private bool _hasNext;

        /// <summary>Switches the inverter on at time 0, which is the time of the log's first frame.</summary>
        public InverterSession(InverterRequest request, TextReader? log)
        {
            Inverter = new VirtualSolArk(request.Settings, new ReplySink()) { LoadWatts = request.LoadWatts };
            if (log is not null)
            {
                _reader = new CandumpReader(log);
                ReadNext();
                _firstMicroseconds = _next.TimeMicroseconds;
            }
        }

        /// <summary>The inverter.</summary>
        public VirtualSolArk Inverter { get; }

        /// <summary>Time since the first frame of the log, ms.</summary>
        public long NowMilliseconds => Inverter.NowMilliseconds;

        /// <summary>Frames in the log so far.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Lines of the log that were no frame.</summary>
        public long SkippedCount { get; private set; }

        /// <summary>The first of those lines, each with number and reason.</summary>
        public IReadOnlyList<string> Skipped => _skipped;

        /// <summary>True once the log has no more frames; never on a bus.</summary>
        public bool IsOver => _reader is not null && !_hasNext;

        /// <summary>Time of the log's next frame, ms; a log whose clock was set back goes on at once.</summary>
        private long DueMilliseconds => Math.Max(NowMilliseconds, (_next.TimeMicroseconds - _firstMicroseconds) / 1000);

        /// <summary>Lets time pass and hears what was on the bus in it; stops early where the log ends.</summary>
        public void AdvanceTo(long milliseconds, bool stopsWithLog)
        {
            while (_hasNext && DueMilliseconds <= milliseconds)
            {
                MoveTo(DueMilliseconds);
                FrameCount++;
                Inverter.Receive(_next.Frame);
                Inverter.TerminalMillivolts = Math.Max(0, Inverter.Belief.VoltageMillivolts.Value);
                ReadNext();
            }

            if (!IsOver || !stopsWithLog)
            {
                MoveTo(milliseconds);
            }
        }

        private void MoveTo(long milliseconds)
        {
            while (NowMilliseconds < milliseconds)
            {
                Inverter.Advance((int)Math.Min(milliseconds - NowMilliseconds, int.MaxValue));
            }
        }

        private void ReadNext()
        {
            _hasNext = false;
            while (true)
            {
                CandumpReadResult result = _reader!.Read(_next);
                if (result == CandumpReadResult.End)
                {
                    return;
                }

                if (result == CandumpReadResult.Frame)
                {
                    _hasNext = true;
                    return;
                }

                SkippedCount++;
                if (_skipped.Count < SkippedShownMax)
                {
                    _skipped.Add($"line {_reader.LineNumber}: {_reader.Reason}");
                }
            }
        }
    }
}
