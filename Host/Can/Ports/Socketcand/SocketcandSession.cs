using System;
using System.IO;
using System.Text;
using System.Threading;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>What the socketcand daemon answers, for a client of the twin's bus. The bus goes by whatever name the client opens.</summary>
    /// <remarks>
    /// socketcand, doc/protocol.md. A client begins in BCM mode: it receives what it subscribes to, and the daemon sends cyclic frames for it. In
    /// raw mode it receives everything; in control mode statistics. Commands of BCM mode have no confirmation.
    /// </remarks>
    internal sealed class SocketcandSession : StreamSession
    {
        private const long MicrosecondsPerSecond = 1_000_000;
        private const int StatisticsMillisecondsMin = 10;

        private readonly SocketcandReader _reader = new();
        private readonly byte[] _sendBuffer = new byte[SocketcandText.FrameLengthMax];
        private readonly BroadcastJobs _jobs = new();
        private readonly Subscriptions _subscriptions = new();
        private Timer? _statistics;
        private bool _isOpen;
        private volatile Mode _mode = Mode.Broadcast;
        private long _receivedBytes;
        private long _receivedPackets;
        private long _sentBytes;
        private long _sentPackets;

        public SocketcandSession(Stream stream)
            : base(stream)
        {
        }

        private enum Mode
        {
            Broadcast = 0,
            Raw = 1,
            Control = 2,
        }

        public override bool Wants(in PortFrame frame)
        {
            return _mode == Mode.Raw || (_mode == Mode.Broadcast && _subscriptions.Take(frame));
        }

        public override bool Send(in PortFrame frame)
        {
            if (frame.IsRemote)
            {
                return false;
            }

            int length = SocketcandText.WriteFrame(frame, _sendBuffer);
            Write(_sendBuffer.AsSpan(0, length));
            Count(ref _sentBytes, ref _sentPackets, frame.Length);
            return true;
        }

        public override void Dispose()
        {
            _jobs.Dispose();
            _statistics?.Dispose();
            base.Dispose();
        }

        protected override void Begin() => Write("< hi >"u8);

        protected override void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink)
        {
            foreach (byte value in bytes)
            {
                SocketcandReader.Outcome outcome = _reader.Take(value);
                if (outcome == SocketcandReader.Outcome.Malformed
                    || (outcome == SocketcandReader.Outcome.Message && !Obey(_reader.Message, sink)))
                {
                    sink.Counters.CountMalformed();
                    Write("< error unknown command >"u8);
                }
            }
        }

        private static void Count(ref long bytes, ref long packets, int length)
        {
            Interlocked.Add(ref bytes, length);
            Interlocked.Increment(ref packets);
        }

        private bool Obey(ReadOnlySpan<byte> message, IFrameSink sink)
        {
            ReadOnlySpan<byte> rest = message;
            ReadOnlySpan<byte> word = SocketcandText.ConsumeWord(ref rest);
            if (word.SequenceEqual("echo"u8))
            {
                Write("< echo >"u8);
                return true;
            }

            if (word.SequenceEqual("open"u8))
            {
                _isOpen |= !SocketcandText.ConsumeWord(ref rest).IsEmpty;
                return _isOpen && Confirm();
            }

            return _isOpen && (word.SequenceEqual("send"u8) ? Transmit(rest, sink)
                : word.SequenceEqual("statistics"u8) ? SetStatistics(rest)
                : ObeyMode(word, rest) || (_mode == Mode.Broadcast && ObeyBroadcast(word, rest, sink)));
        }

        private bool ObeyMode(ReadOnlySpan<byte> word, ReadOnlySpan<byte> rest)
        {
            Mode? mode = word.SequenceEqual("rawmode"u8) ? Mode.Raw
                : word.SequenceEqual("bcmmode"u8) ? Mode.Broadcast
                : word.SequenceEqual("controlmode"u8) ? Mode.Control
                : null;
            if (mode is not Mode asked || !SocketcandText.ConsumeWord(ref rest).IsEmpty)
            {
                return false;
            }

            _ = Confirm();
            _mode = asked;
            WantsFrames = asked == Mode.Raw || (asked == Mode.Broadcast && _subscriptions.IsAny);
            return true;
        }

        private bool ObeyBroadcast(ReadOnlySpan<byte> word, ReadOnlySpan<byte> rest, IFrameSink sink)
        {
            if (word.SequenceEqual("update"u8))
            {
                return SocketcandText.TryParseSend(rest, PortFrame.NowMicroseconds, out PortFrame changed) && _jobs.Update(changed);
            }

            uint id;
            bool isExtended;
            if (word.SequenceEqual("delete"u8) || word.SequenceEqual("unsubscribe"u8))
            {
                // "unsubscribe" has times before the identifier in some clients; the last word is the identifier in both.
                ReadOnlySpan<byte> last = SocketcandText.ConsumeWord(ref rest);
                for (ReadOnlySpan<byte> next = SocketcandText.ConsumeWord(ref rest); !next.IsEmpty; next = SocketcandText.ConsumeWord(ref rest))
                {
                    last = next;
                }

                return SocketcandText.TryParseId(last, out id, out isExtended)
                    && (word[0] == 'd' ? _jobs.Delete(id, isExtended) : _subscriptions.Remove(id, isExtended));
            }

            if (!SocketcandText.TryReadDecimal(SocketcandText.ConsumeWord(ref rest), out long seconds)
                || !SocketcandText.TryReadDecimal(SocketcandText.ConsumeWord(ref rest), out long microseconds))
            {
                return false;
            }

            long time = (seconds * MicrosecondsPerSecond) + microseconds;
            if (word.SequenceEqual("add"u8))
            {
                return SocketcandText.TryParseSend(rest, PortFrame.NowMicroseconds, out PortFrame frame) && _jobs.Add(frame, time, sink);
            }

            if (word.SequenceEqual("filter"u8))
            {
                // Length and bytes are a mask here: "355 2 FF 00".
                return SocketcandText.TryParseSend(rest, 0, out PortFrame mask) && Subscribe(mask.Id, mask.IsExtended, time, mask.Data);
            }

            return word.SequenceEqual("subscribe"u8) && SocketcandText.TryParseId(SocketcandText.ConsumeWord(ref rest), out id, out isExtended)
                && SocketcandText.ConsumeWord(ref rest).IsEmpty && Subscribe(id, isExtended, time, null);
        }

        private bool Subscribe(uint id, bool isExtended, long spacingMicroseconds, ulong? mask)
        {
            bool isAdded = _subscriptions.Add(id, isExtended, spacingMicroseconds, mask);
            WantsFrames |= isAdded;
            return isAdded;
        }

        private bool SetStatistics(ReadOnlySpan<byte> rest)
        {
            if (!SocketcandText.TryReadDecimal(SocketcandText.ConsumeWord(ref rest), out long milliseconds)
                || !SocketcandText.ConsumeWord(ref rest).IsEmpty)
            {
                return false;
            }

            _statistics?.Dispose();
            _statistics = milliseconds == 0 ? null
                : new Timer(_ => WriteStatistics(), null, 0, Math.Clamp(milliseconds, StatisticsMillisecondsMin, int.MaxValue));
            return true;
        }

        private void WriteStatistics()
        {
            try
            {
                Write(Encoding.ASCII.GetBytes($"< stat {_receivedBytes} {_receivedPackets} {_sentBytes} {_sentPackets} >"));
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // The client has left; its session ends on its own thread.
                _statistics?.Dispose();
            }
        }

        private bool Transmit(ReadOnlySpan<byte> rest, IFrameSink sink)
        {
            if (!SocketcandText.TryParseSend(rest, PortFrame.NowMicroseconds, out PortFrame frame))
            {
                return false;
            }

            Count(ref _receivedBytes, ref _receivedPackets, frame.Length);
            sink.Deliver(frame);
            return true;
        }

        private bool Confirm()
        {
            Write("< ok >"u8);
            return true;
        }
    }
}
