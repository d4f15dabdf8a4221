using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>A log that is read: its format by content, one channel or all, what is not a frame counted by kind.</summary>
    public sealed class LogSource
    {
        private const int ChannelsMax = 64;
        private const int RoomForReports = 1000;

        private readonly IFrameLogReader _reader;
        private readonly string? _channel;
        private readonly Dictionary<string, long> _channels = [];
        private readonly List<(long TimeMicroseconds, string Cause)> _reports = [];
        private readonly Queue<LoggedFrame> _ahead = new();
        private readonly LogClock? _clock;
        private string _lastChannel = "";
        private long _lastChannelCount;
        private bool _isSettled;

        /// <param name="stream">The log; the caller closes it.</param>
        /// <param name="format">Its format; null to find it out from its content.</param>
        /// <param name="channel">Only frames of this channel; null for all.</param>
        /// <param name="isSteady">True to give times of one steady clock from 0 (<see cref="LogClock"/>), false for those of the log.</param>
        /// <exception cref="LogFormatException">It is a log of another program, in a format that is not read here.</exception>
        public LogSource(Stream stream, LogFormat? format = null, string? channel = null, bool isSteady = false)
        {
            ArgumentNullException.ThrowIfNull(stream);
            _reader = LogInput.Open(stream, format, out LogFormat found);
            Format = found;
            _channel = channel;
            _clock = isSteady ? new LogClock() : null;
        }

        /// <summary>The format that the log is read as.</summary>
        public LogFormat Format { get; }

        /// <summary>What is counted: "line" or "packet".</summary>
        public string Unit => _reader.Unit;

        /// <summary>Lines or packets read so far.</summary>
        public long LineNumber => _reader.LineNumber;

        /// <summary>Lines and packets that are not frames.</summary>
        public LogProblems Problems { get; } = new();

        /// <summary>Time of the first frame as the log itself has it, microseconds; null if it has none, or before the first frame.</summary>
        public long? BeginsMicroseconds { get; private set; }

        /// <summary>Frames given so far.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Frames given so far that have no time.</summary>
        public long TimelessCount { get; private set; }

        /// <summary>Reports of bus errors read so far; the first thousand are in <see cref="ErrorReports"/>.</summary>
        public long ErrorReportCount { get; private set; }

        /// <summary>The first reports of bus errors: time and causes as a clause.</summary>
        public IReadOnlyList<(long TimeMicroseconds, string Cause)> ErrorReports => _reports;

        /// <summary>Names of the channels met so far, selected or not, with the number of their frames.</summary>
        public IReadOnlyDictionary<string, long> Channels
        {
            get
            {
                SettleChannel();
                return _channels;
            }
        }

        /// <summary>True once frames of more than one channel were met.</summary>
        public bool HasSeveralChannels => _channels.Count + (_lastChannelCount > 0 && !_channels.ContainsKey(_lastChannel) ? 1 : 0) > 1;

        /// <summary>True if the log's times are those of its frames; settled with the first frame of a source of one steady clock.</summary>
        public bool HasClock => _clock is { HasTimes: true } || (_clock is null && TimelessCount == 0);

        /// <summary>What is to be said once about the log as a whole, sentences without full stop.</summary>
        public IEnumerable<string> Notes()
        {
            if (_clock is not null)
            {
                foreach (string note in _clock.Notes())
                {
                    yield return note;
                }
            }
            else if (TimelessCount > 0)
            {
                yield return TimelessCount == FrameCount ? "the log has no times" : $"{TimelessCount} of {FrameCount} frames have no time";
            }

            if (_channel is null && Channels.Count > 1)
            {
                yield return $"the log holds {Channels.Count} channels ({ChannelNames()}), read as one bus";
            }
            else if (_channel is not null && !Channels.ContainsKey(_channel) && Channels.Count > 0)
            {
                yield return $"the log has no channel '{_channel}'; it has {ChannelNames()}";
            }
        }

        /// <summary>Reads the next frame; false at the end of the log.</summary>
        /// <exception cref="IOException">The log cannot be read on.</exception>
        public bool TryRead(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            if (_clock is not null)
            {
                return TryReadSteady(record);
            }

            return TryReadOwn(record) && Count(record);
        }

        private bool Count(LoggedFrame record)
        {
            FrameCount++;
            TimelessCount += record.HasTime ? 0 : 1;
            return true;
        }

        private bool TryReadSteady(LoggedFrame record)
        {
            if (!_isSettled)
            {
                _isSettled = true;
                for (LoggedFrame next = new(); _ahead.Count < LogClock.LookAheadFrames && TryReadOwn(next); next = new())
                {
                    _ahead.Enqueue(next);
                }

                _clock!.Settle([.. _ahead.Where(static frame => frame.HasTime).Select(static frame => frame.TimeMicroseconds)], _ahead.Count);
            }

            if (_ahead.TryDequeue(out LoggedFrame? early))
            {
                record.CopyFrom(early);
            }
            else if (!TryReadOwn(record))
            {
                return false;
            }

            record.TimeMicroseconds = _clock!.Next(record);
            record.HasTime = true;
            return Count(record);
        }

        private bool TryReadOwn(LoggedFrame record)
        {
            while (true)
            {
                switch (_reader.Read(record))
                {
                    case LogReadResult.Frame:
                        if (IsSelected(record.Channel))
                        {
                            BeginsMicroseconds ??= record.HasTime ? record.TimeMicroseconds : null;
                            return true;
                        }

                        break;
                    case LogReadResult.End:
                        return false;
                    case LogReadResult.ErrorReport:
                        OnReport(record);
                        break;
                    default:
                        Problems.Add(_reader.LineNumber, _reader.Reason);
                        break;
                }
            }
        }

        private void OnReport(LoggedFrame record)
        {
            ErrorReportCount++;
            Problems.Add(_reader.LineNumber, _reader.Reason);
            if (_reports.Count < RoomForReports)
            {
                _reports.Add((record.TimeMicroseconds, _reader.Reason));
            }
        }

        private bool IsSelected(string channel)
        {
            if (channel != _lastChannel)
            {
                SettleChannel();
                _lastChannel = channel;
                _lastChannelCount = 0;
            }

            _lastChannelCount++;
            return _channel is null || channel == _channel;
        }

        // Counted apart until the channel changes: a look-up for each frame of a log of one channel would be for nothing.
        private void SettleChannel()
        {
            if (_lastChannelCount == 0 || (_channels.Count == ChannelsMax && !_channels.ContainsKey(_lastChannel)))
            {
                return;
            }

            _channels[_lastChannel] = _channels.GetValueOrDefault(_lastChannel) + _lastChannelCount;
            _lastChannelCount = 0;
        }

        private string ChannelNames() => string.Join(", ", Channels.Keys);
    }
}
