using System;
using System.IO;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A recorded log that says its frames again at their times, counted from the start of the replay.</summary>
    /// <remarks>It keeps simulated time, not the clock's. What is no frame is counted and passed over.</remarks>
    public sealed class LogReplay : IDisposable
    {
        // Between the last frame and the first of the next round, so that a log of one frame does not repeat without end in one instant.
        private const long LoopGapMicroseconds = 1_000_000;

        private readonly CanPortUrl _url;
        private readonly CandumpRecord _next = new();
        private Stream? _stream;
        private IFrameLogReader? _reader;
        private long _firstMicroseconds;
        private long _roundMicroseconds;

        /// <param name="url">A log; the ending of its name says its format, candump if none does.</param>
        public LogReplay(CanPortUrl url)
        {
            ArgumentNullException.ThrowIfNull(url);
            _url = url;
        }

        /// <summary>The port as the user named it.</summary>
        public string Name => _url.Text;

        /// <summary>Time of the next frame since the start, us; <see cref="long.MaxValue"/> after the last one.</summary>
        public long NextMicroseconds { get; private set; } = long.MaxValue;

        /// <summary>Frames said so far.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Lines or packets that were no frame.</summary>
        public long SkippedCount { get; private set; }

        /// <summary>What was wrong with the first of them, with its number; empty if none was.</summary>
        public string FirstSkipped { get; private set; } = "";

        /// <summary>Opens the log and finds its first frame.</summary>
        /// <exception cref="CanPortException">There is no such log, or no frame in it.</exception>
        public void Open()
        {
            try
            {
                Rewind();
                if (TryReadNext())
                {
                    _firstMicroseconds = _next.TimeMicroseconds;
                    NextMicroseconds = 0;
                    return;
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                string reason = problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                    : problem is UnauthorizedAccessException ? "access is denied or it is a folder"
                    : problem.Message.TrimEnd('.');
                throw new CanPortException($"the log '{_url.Path}' cannot be read: {reason}", isPermanent: true);
            }

            throw new CanPortException(
                $"the log '{_url.Path}' has no frames{(FirstSkipped.Length > 0 ? $" ({FirstSkipped})" : "")}; give a candump, ASC or pcapng log", isPermanent: true);
        }

        /// <summary>Takes the frame that is due and finds the one after it.</summary>
        public void Take(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            frame.CopyFrom(_next.Frame);
            FrameCount++;
            long now = NextMicroseconds;
            if (TryReadNext())
            {
                NextMicroseconds = TimeOfNext(now);
            }
            else if (_url.Loops)
            {
                Rewind();
                bool hasFrame = TryReadNext();
                _roundMicroseconds = now + (long)(LoopGapMicroseconds / _url.Rate);
                _firstMicroseconds = _next.TimeMicroseconds;
                NextMicroseconds = hasFrame ? _roundMicroseconds : long.MaxValue;
            }
            else
            {
                NextMicroseconds = long.MaxValue;
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _stream?.Dispose();

        // A log whose clock was set back goes on at once.
        private long TimeOfNext(long now)
        {
            double since = (_next.TimeMicroseconds - _firstMicroseconds) / _url.Rate;
            return Math.Max(now, _roundMicroseconds + (long)Math.Min(since, long.MaxValue / 4.0));
        }

        private void Rewind()
        {
            _stream?.Dispose();
            _stream = File.OpenRead(_url.Path);
            _reader = LogFormats.CreateReader(LogFormats.OfPath(_url.Path) ?? LogFormat.Candump, _stream);
        }

        private bool TryReadNext()
        {
            while (true)
            {
                switch (_reader!.Read(_next))
                {
                    case CandumpReadResult.Frame:
                        return true;
                    case CandumpReadResult.End:
                        return false;
                    default:
                        SkippedCount++;
                        FirstSkipped = FirstSkipped.Length > 0 ? FirstSkipped : $"{_reader.Unit} {_reader.LineNumber}: {_reader.Reason}";
                        break;
                }
            }
        }
    }
}
