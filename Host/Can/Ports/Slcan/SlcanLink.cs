using System;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports.Slcan
{
    /// <summary>Client of an SLCAN adapter: closes it, sets the bit rate, opens it, and then both sides push frames.</summary>
    /// <remarks>Adapters differ in what they confirm, so nothing waits for a confirmation; only refusals are heeded.</remarks>
    internal sealed class SlcanLink : StreamLink
    {
        private const int LineLengthMax = 64;
        private const int UnknownToReport = 3;
        private const int QuotedLengthMax = 40;

        // C may be refused by an adapter that is closed already; a refusal of S or O means that nothing will work.
        private const int ReplyToBitRate = 1;
        private const int ReplyToOpen = 2;
        private const int HandshakeReplies = 3;

        private readonly LineBuffer _line = new(LineLengthMax);
        private readonly byte[] _sendBuffer = new byte[SlcanText.FrameLengthMax];
        private readonly int _bitRate;
        private int _unknownCount;
        private int _replies;
        private bool _isUnderstood;
        private volatile bool _hasReceived;

        public SlcanLink(Stream stream, int bitRate)
            : base(stream)
        {
            _bitRate = bitRate;
        }

        public override string? FindProblem()
        {
            if (!_hasReceived)
            {
                return $"nothing answers the commands to set {_bitRate} bit/s and to open the channel; check the baud rate (?baud=), the cable and the power";
            }

            return _isUnderstood ? null : "what comes is not slcan; check the baud rate (?baud=) and that the adapter runs slcan firmware";
        }

        public override bool Send(in PortFrame frame)
        {
            int length = SlcanText.Write(frame, _sendBuffer, -1);
            Write(_sendBuffer.AsSpan(0, length));
            return true;
        }

        protected override void Begin(IFrameSink sink)
        {
            Write("C\r"u8);
            Write([(byte)'S', SlcanBitRates.CodeOf(_bitRate), SlcanText.Ok]);
            Write("O\r"u8);
        }

        protected override void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink)
        {
            _hasReceived = true;
            foreach (byte value in bytes)
            {
                switch (value)
                {
                    case SlcanText.Ok:
                        ReadLine(sink);
                        _line.Clear();
                        break;
                    case SlcanText.Bell:
                        ConsumeRefusal(sink);
                        _line.Clear();
                        break;
                    case (byte)'\n':
                        break;
                    default:
                        _line.Add(value);
                        break;
                }
            }
        }

        protected override void End()
        {
            try
            {
                Write("C\r"u8);
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // An adapter that was pulled out needs no farewell.
            }
        }

        private void ReadLine(IFrameSink sink)
        {
            ReadOnlySpan<byte> line = _line.Bytes;
            if (line.IsEmpty)
            {
                _replies++;
                _isUnderstood = true;
                return;
            }

            if (!_line.IsOverlong && SlcanText.IsFrame(line[0]) && SlcanText.TryParse(line, PortFrame.NowMicroseconds, out PortFrame frame))
            {
                _isUnderstood = true;
                sink.Deliver(frame);
                return;
            }

            bool isStatus = line.Length == 3 && line[0] == 'F' && AsciiHex.TryRead(line[1..], out _);
            bool isReply = line.Length == 1 && line[0] is (byte)'z' or (byte)'Z';
            if (isStatus)
            {
                _ = AsciiHex.TryRead(line[1..], out ulong flags);
                sink.SetState(StateOf((int)flags));
            }
            else if (!isReply && line[0] is not ((byte)'V' or (byte)'v' or (byte)'N'))
            {
                sink.Counters.CountMalformed();
                ReportUnknown(line, sink);
            }
        }

        // Said at once: a bus on which nothing is understood looks like a bus on which nobody speaks. Noise at the beginning of a line is common.
        private void ReportUnknown(ReadOnlySpan<byte> line, IFrameSink sink)
        {
            if (++_unknownCount != UnknownToReport)
            {
                return;
            }

            string text = string.Create(Math.Min(line.Length, QuotedLengthMax), line, static (target, source) =>
            {
                for (int index = 0; index < target.Length; index++)
                {
                    target[index] = source[index] is >= (byte)' ' and <= (byte)'~' ? (char)source[index] : '?';
                }
            });
            sink.Report($"the adapter's lines are not understood, such as '{text}'; it may speak another protocol, or its baud rate may differ (?baud=)");
        }

        private void ConsumeRefusal(IFrameSink sink)
        {
            int refused = _replies++;
            _isUnderstood = true;
            if (refused == ReplyToBitRate)
            {
                throw new CanPortException($"the adapter refuses the bit rate of {_bitRate} bit/s; name another with ?bitrate=");
            }

            if (refused == ReplyToOpen)
            {
                throw new CanPortException("the adapter refuses to open its channel; unplug it and plug it in again");
            }

            if (refused >= HandshakeReplies)
            {
                sink.Counters.MoveSentToRefused();
            }
        }

        // CAN232 manual, F: bit 2 error warning, bit 5 error passive, bit 7 bus error.
        private static CanBusState StateOf(int flags)
        {
            return (flags & 0x20) != 0 ? CanBusState.ErrorPassive : (flags & 0x04) != 0 ? CanBusState.ErrorWarning : CanBusState.ErrorActive;
        }
    }
}
