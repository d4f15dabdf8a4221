using System;
using System.IO;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>What the socketcand daemon answers, for a client of the twin's bus. The bus goes by whatever name the client opens.</summary>
    internal sealed class SocketcandSession : StreamSession
    {
        private readonly SocketcandReader _reader = new();
        private readonly byte[] _sendBuffer = new byte[SocketcandText.FrameLengthMax];
        private bool _isOpen;

        public SocketcandSession(Stream stream)
            : base(stream)
        {
        }

        public override bool Send(in PortFrame frame)
        {
            if (frame.IsRemote)
            {
                return false;
            }

            int length = SocketcandText.WriteFrame(frame, _sendBuffer);
            Write(_sendBuffer.AsSpan(0, length));
            return true;
        }

        protected override void Begin() => Write("< hi >"u8);

        protected override void Hear(ReadOnlySpan<byte> bytes, IFrameSink sink)
        {
            foreach (byte value in bytes)
            {
                SocketcandReader.Outcome outcome = _reader.Take(value);
                if (outcome == SocketcandReader.Outcome.Rubbish
                    || (outcome == SocketcandReader.Outcome.Message && !Obey(_reader.Message, sink)))
                {
                    sink.Counters.CountRubbish();
                    Write("< error unknown command >"u8);
                }
            }
        }

        private bool Obey(ReadOnlySpan<byte> message, IFrameSink sink)
        {
            ReadOnlySpan<byte> rest = message;
            ReadOnlySpan<byte> word = SocketcandText.TakeWord(ref rest);
            if (word.SequenceEqual("send"u8))
            {
                return Transmit(rest, sink);
            }

            ReadOnlySpan<byte> argument = SocketcandText.TakeWord(ref rest);
            if (word.SequenceEqual("open"u8) && !argument.IsEmpty)
            {
                _isOpen = true;
                return Confirm();
            }

            if (word.SequenceEqual("echo"u8))
            {
                Write("< echo >"u8);
                return true;
            }

            if (!argument.IsEmpty || !_isOpen)
            {
                return false;
            }

            if (word.SequenceEqual("rawmode"u8))
            {
                _ = Confirm();
                return WantsFrames = true;
            }

            if (word.SequenceEqual("bcmmode"u8))
            {
                WantsFrames = false;
                return Confirm();
            }

            return false;
        }

        private bool Transmit(ReadOnlySpan<byte> rest, IFrameSink sink)
        {
            if (!_isOpen || !SocketcandText.TryParseSend(rest, PortFrame.NowMicroseconds, out PortFrame frame))
            {
                return false;
            }

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
