using System;
using System.IO;
using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports.Slcan;
using BatterySim.Host.Can.Ports.Socketcand;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Says seeded nonsense, and sense with faults in it, to all four ends of slcan and socketcand, in pieces of any size.</summary>
    internal static class PortFuzz
    {
        private const int BatchMessages = 64;

        private static readonly string[] Seeds =
        [
            "t3058000000000000000\r", "t30580000000000000000\r", "T1ABCDEF02AABB\r", "r3518\r", "R000003510\r", "S6\r", "O\r", "C\r", "V\r", "Z1\r",
            "F24\r", "z\r", "\a", "< hi >", "< ok >", "< open can0 >", "< rawmode >", "< send 305 8 0 0 0 0 0 0 0 0 >", "< send 12345678 0 >", "< add 0 1000 305 1 0 >", "< update 305 1 1 >", "< delete 305 >", "< subscribe 0 0 351 >", "< filter 0 0 355 1 FF >", "< statistics 0 >", "< bcmmode >",
            "< frame 351 1.000000 1402740E740ECC01 >", "< frame 00000351 0.1 >", "< error no >", "< echo >", "<", ">", "\r", "\0",
        ];

        /// <summary>Runs until so many messages were said; throws what an end throws.</summary>
        public static Result Run(uint seed, int messages)
        {
            var random = new Prng(seed);
            var sink = new CountingSink();
            int said = 0;
            while (said < messages)
            {
                int count = Math.Min(BatchMessages, messages - said);
                byte[] bytes = Compose(random, count);
                new SlcanSession(new PieceStream(bytes, random)).Listen(sink);
                new SocketcandSession(new PieceStream(bytes, random)).Listen(sink);
                ListenTo(new SlcanLink(new PieceStream(bytes, random), CanPortUrl.BusBitRate), sink);
                ListenTo(new SocketcandLink(new PieceStream(bytes, random), "can0"), sink);
                said += count;
            }

            return new Result(said, sink.Frames, sink.Counters.Malformed);
        }

        private static void ListenTo(IPortLink link, IFrameSink sink)
        {
            try
            {
                link.Listen(sink);
            }
            catch (CanPortException)
            {
                // Being refused by the other side is an orderly end.
            }
        }

        private static byte[] Compose(Prng random, int messages)
        {
            var text = new StringBuilder("O\r< hi >< open can0 >< rawmode >< ok >< ok >");
            for (int index = 0; index < messages; index++)
            {
                int start = text.Length;
                text.Append(Seeds[random.Next() % Seeds.Length]);
                for (uint fault = random.Next() % 3; fault > 0 && text.Length > start; fault--)
                {
                    int at = start + (int)(random.Next() % (uint)(text.Length - start));
                    switch (random.Next() % 4)
                    {
                        case 0:
                            text.Remove(at, 1);
                            break;
                        case 1:
                            text.Insert(at, (char)(random.Next() & 0xFF));
                            break;
                        case 2:
                            text[at] = (char)(random.Next() & 0xFF);
                            break;
                        default:
                            text.Insert(at, text.ToString(start, at - start));
                            break;
                    }
                }
            }

            return Encoding.Latin1.GetBytes(text.ToString());
        }

        /// <summary>What came of it.</summary>
        public readonly record struct Result(int Messages, long Frames, long Malformed);

        private sealed class CountingSink : IFrameSink
        {
            public PortCounters Counters { get; } = new();

            public long Frames { get; private set; }

            public void Deliver(in PortFrame frame)
            {
                uint idMax = frame.IsExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax;
                if (frame.Id > idMax || frame.Length is < 0 or > CanFrame.DataLengthMax || (frame.IsRemote && frame.Data != 0))
                {
                    throw new InvalidOperationException($"a frame that cannot be: {frame}");
                }

                Frames++;
            }

            public void SetState(CanBusState state)
            {
            }

            public void Report(string sentence)
            {
            }
        }

        /// <summary>Gives its bytes in pieces of one to sixteen and swallows what is written.</summary>
        private sealed class PieceStream(byte[] bytes, Prng random) : MemoryStream(bytes, writable: false)
        {
            public override bool CanWrite => true;

            public override int Read(byte[] buffer, int offset, int count)
            {
                return base.Read(buffer, offset, Math.Min(count, 1 + (int)(random.Next() % 16)));
            }

            public override void Write(ReadOnlySpan<byte> buffer)
            {
            }

            public override void Write(byte[] buffer, int offset, int count)
            {
            }
        }
    }
}
