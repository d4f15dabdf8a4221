using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Files;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A recorded log that says its frames again at their times, counted from the start of the replay.</summary>
    /// <remarks>
    /// It keeps simulated time, not the clock's. What is not a frame is counted and passed over. Where the recorder's clock was set, or the log
    /// has no times, it goes on with the log's own spacing (<see cref="LogClock"/>).
    /// </remarks>
    public sealed class LogReplay : IDisposable
    {
        // Between the last frame and the first of the next round, so that a log of one frame does not repeat without end in one instant.
        private const long LoopGapMicroseconds = 1_000_000;

        private readonly CanPortUrl _url;
        private readonly LoggedFrame _next = new();
        private Stream? _stream;
        private LogSource? _source;
        private long _firstMicroseconds;
        private long _roundMicroseconds;

        /// <param name="url">A log; its content tells its format.</param>
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

        /// <summary>Lines or packets that are not frames.</summary>
        public long SkippedCount => _source?.Problems.Count ?? 0;

        /// <summary>What is wrong with the first of them, with its number; empty if there is none.</summary>
        public string FirstSkipped => _source?.Problems.First(_source.Unit) ?? "";

        /// <summary>What a person should know about the log as a whole, sentences without full stop.</summary>
        public IEnumerable<string> Notes => _source?.Notes() ?? [];

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
            catch (LogFormatException problem)
            {
                throw new CanPortException($"the log '{_url.Path}' is {problem.Message}", isPermanent: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw new CanPortException($"the log '{_url.Path}' cannot be read: {FileProblem.Reason(problem)}", isPermanent: true);
            }

            string detail = string.Join("; ", _source!.Notes().Concat(FirstSkipped.Length > 0 ? [FirstSkipped] : []));
            throw new CanPortException($"the log '{_url.Path}' has no frames{(detail.Length > 0 ? $" ({detail})" : "")}; it reads {LogFormats.Names}", isPermanent: true);
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

        private long TimeOfNext(long now)
        {
            double since = (_next.TimeMicroseconds - _firstMicroseconds) / _url.Rate;
            return Math.Max(now, _roundMicroseconds + (long)Math.Min(since, long.MaxValue / 4.0));
        }

        private void Rewind()
        {
            _stream?.Dispose();
            _stream = File.OpenRead(_url.Path);
            _source = new LogSource(_stream, format: null, _url.Channel.Length > 0 ? _url.Channel : null, isSteady: true);
        }

        private bool TryReadNext() => _source!.TryRead(_next);
    }
}
