using System;
using System.IO;
using System.Text;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>Client of a socketcand daemon: hi, open, rawmode, and then both sides push frames.</summary>
    internal sealed class SocketcandLink : StreamLink
    {
        private readonly SocketcandReader _reader = new();
        private readonly byte[] _sendBuffer = new byte[SocketcandText.FrameLengthMax];
        private readonly string _channel;
        private Step _step;

        public SocketcandLink(Stream stream, string channel)
            : base(stream)
        {
            _channel = channel;
        }

        // What the daemon has to say next; written by the reading thread, glanced at by the writing one.
        private enum Step
        {
            Greeting = 0,
            Opening = 1,
            RawMode = 2,
            Frames = 3,
        }

        public override bool Send(in PortFrame frame)
        {
            if (frame.IsRemote || _step != Step.Frames)
            {
                return false;
            }

            int length = SocketcandText.WriteSend(frame, _sendBuffer);
            Write(_sendBuffer.AsSpan(0, length));
            return true;
        }

        protected override void Begin(IFrameSink sink)
        {
            // The daemon speaks first.
        }

        protected override void OnReceived(ReadOnlySpan<byte> bytes, IFrameSink sink)
        {
            foreach (byte value in bytes)
            {
                switch (_reader.Take(value))
                {
                    case SocketcandReader.Outcome.Message:
                        Take(_reader.Message, sink);
                        break;
                    case SocketcandReader.Outcome.Malformed:
                        sink.Counters.CountMalformed();
                        break;
                }
            }
        }

        protected override void End()
        {
        }

        private void Take(ReadOnlySpan<byte> message, IFrameSink sink)
        {
            ReadOnlySpan<byte> rest = message;
            ReadOnlySpan<byte> word = SocketcandText.ConsumeWord(ref rest);
            if (word.SequenceEqual("frame"u8))
            {
                if (SocketcandText.TryParseFrame(rest, PortFrame.NowMicroseconds, out PortFrame frame))
                {
                    sink.Deliver(frame);
                }
                else
                {
                    sink.Counters.CountMalformed();
                }
            }
            else if (word.SequenceEqual("hi"u8) && _step == Step.Greeting)
            {
                _step = Step.Opening;
                Write(Encoding.ASCII.GetBytes($"< open {_channel} >"));
            }
            else if (word.SequenceEqual("ok"u8) && _step is Step.Opening or Step.RawMode)
            {
                _step++;
                if (_step == Step.RawMode)
                {
                    Write("< rawmode >"u8);
                }
            }
            else if (word.SequenceEqual("error"u8))
            {
                Refuse(rest, sink);
            }
            else if (!word.SequenceEqual("echo"u8) && !word.SequenceEqual("ok"u8) && !word.SequenceEqual("stat"u8))
            {
                sink.Counters.CountMalformed();
            }
        }

        private void Refuse(ReadOnlySpan<byte> rest, IFrameSink sink)
        {
            string reason = Printable(rest);
            if (_step is Step.Opening or Step.RawMode)
            {
                throw new CanPortException($"the daemon does not open '{_channel}' ({reason}); ask its owner which buses it offers");
            }

            sink.Counters.MoveSentToRefused();
            sink.Report($"the daemon answers with an error: {reason}");
        }

        private static string Printable(ReadOnlySpan<byte> bytes)
        {
            return string.Create(bytes.Length, bytes, static (text, source) =>
            {
                for (int index = 0; index < text.Length; index++)
                {
                    text[index] = source[index] is >= 0x20 and <= 0x7E ? (char)source[index] : '?';
                }
            }).Trim();
        }
    }
}
