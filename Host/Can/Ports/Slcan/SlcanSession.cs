using System;
using System.IO;

namespace BatterySim.Host.Can.Ports.Slcan
{
    /// <summary>What a Lawicel CAN232 answers to its user, for a client of the twin's bus. Frames are pushed, as with its auto poll.</summary>
    /// <remarks>The channel begins closed. Commands that would change what the client receives and are not kept (filters) are refused.</remarks>
    internal sealed class SlcanSession : StreamSession
    {
        // Longest command is an extended frame; what is longer is not a command.
        private const int LineLengthMax = 64;

        private readonly LineBuffer _line = new(LineLengthMax);
        private readonly byte[] _sendBuffer = new byte[SlcanText.FrameLengthMax];
        private volatile bool _hasTimeStamps;
        private bool _isListenOnly;

        public SlcanSession(Stream stream)
            : base(stream)
        {
        }

        public override bool Send(in PortFrame frame)
        {
            int stamp = _hasTimeStamps ? (int)(frame.TimeMicroseconds / 1000 % SlcanText.TimeStampModulus) : -1;
            int length = SlcanText.Write(frame, _sendBuffer, stamp);
            Write(_sendBuffer.AsSpan(0, length));
            return true;
        }

        protected override void Begin()
        {
        }

        protected override void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink)
        {
            foreach (byte value in bytes)
            {
                if (value == SlcanText.Ok)
                {
                    Answer(sink);
                    _line.Clear();
                }
                else if (value is not ((byte)'\n' or SlcanText.Bell))
                {
                    _line.Add(value);
                }
            }
        }

        private void Answer(IFrameSink sink)
        {
            ReadOnlySpan<byte> line = _line.Bytes;
            if (line.IsEmpty)
            {
                // A lone end is how clients flush a line; the adapter confirms it.
                Write("\r"u8);
            }
            else if (SlcanText.IsFrame(line[0]))
            {
                Transmit(line, sink);
            }
            else if (_line.IsOverlong || !Obey(line, sink))
            {
                sink.Counters.CountMalformed();
                Write([SlcanText.Bell]);
            }
        }

        private void Transmit(ReadOnlySpan<byte> line, IFrameSink sink)
        {
            bool isFrame = SlcanText.TryParse(line, PortFrame.NowMicroseconds, out PortFrame frame) && !_line.IsOverlong;
            if (!isFrame || !WantsFrames || _isListenOnly)
            {
                if (!isFrame)
                {
                    sink.Counters.CountMalformed();
                }

                Write([SlcanText.Bell]);
                return;
            }

            sink.Deliver(frame);
            Write(line[0] is (byte)'T' or (byte)'R' ? "Z\r"u8 : "z\r"u8);
        }

        private bool Obey(ReadOnlySpan<byte> line, IFrameSink sink)
        {
            ReadOnlySpan<byte> argument = line[1..];
            switch (line[0])
            {
                case (byte)'S':
                    return SetBitRate(argument, sink);
                case (byte)'s':
                    return argument.Length is 4 or 6 && AsciiHex.TryRead(argument, out _) && Confirm();
                case (byte)'O':
                case (byte)'L':
                    if (!argument.IsEmpty)
                    {
                        return false;
                    }

                    _isListenOnly = line[0] == 'L';
                    _ = Confirm();
                    return WantsFrames = true;
                case (byte)'C':
                    WantsFrames = false;
                    return argument.IsEmpty && Confirm();
                case (byte)'Z':
                    return SetTimeStamps(argument);
                case (byte)'X':
                case (byte)'Q':
                case (byte)'U':
                    return argument.Length == 1 && char.IsAsciiDigit((char)argument[0]) && Confirm();
                case (byte)'M':
                    return argument.SequenceEqual("00000000"u8) && Confirm();
                case (byte)'m':
                    return argument.SequenceEqual("FFFFFFFF"u8) && Confirm();
                default:
                    return argument.IsEmpty && Tell(line[0]);
            }
        }

        private bool Tell(byte command)
        {
            switch (command)
            {
                case (byte)'V':
                    Write("V1013\r"u8);
                    return true;
                case (byte)'v':
                    Write("v0100\r"u8);
                    return true;
                case (byte)'N':
                    Write("NBS01\r"u8);
                    return true;
                case (byte)'F':
                    Write("F00\r"u8);
                    return true;
                default:
                    return false;
            }
        }

        private bool SetBitRate(ReadOnlySpan<byte> argument, IFrameSink sink)
        {
            int rate = argument.Length == 1 ? SlcanBitRates.OfCode(argument[0]) : 0;
            if (rate == 0)
            {
                return false;
            }

            if (rate != CanPortUrl.BusBitRate)
            {
                sink.Report($"asks for {rate} bit/s, on a real bank's bus of {CanPortUrl.BusBitRate} bit/s it would receive nothing; here it does");
            }

            return Confirm();
        }

        private bool SetTimeStamps(ReadOnlySpan<byte> argument)
        {
            if (argument.Length != 1 || argument[0] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }

            _hasTimeStamps = argument[0] == '1';
            return Confirm();
        }

        private bool Confirm()
        {
            Write("\r"u8);
            return true;
        }
    }
}
