using System;
using System.IO;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Slcan;
using BatterySim.Host.Can.Ports.Socketcand;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Whichever of three hundred sends fails, every frame is in exactly one column of the statistics.</summary>
    public class NthSendTests
    {
        private const int Frames = 300;

        [Theory]
        [InlineData("slcan")]
        [InlineData("socketcand")]
        public void Client_NthWriteFails_LosesNothingUncounted(string scheme)
        {
            for (int failing = 1; failing <= Frames; failing++)
            {
                int left = failing;
                var stream = new FailingStream(() => Interlocked.Decrement(ref left) == 0);
                using var port = new LinkPort(scheme, () => new FailingLink(LinkOf(scheme, stream)));
                port.Open();
                Check(port, failing, SendAll(port));
            }
        }

        [Theory]
        [InlineData("slcan", "O\r")]
        [InlineData("socketcand", "< open can0 >< rawmode >")]
        public void Server_ClientThatLeavesAtTheNthFrame_LosesNothingUncounted(string scheme, string greeting)
        {
            using var rig = new PortRig();
            ServerPort server = rig.Serve(scheme);
            var frame = new CanFrame();
            for (int leaving = 1; leaving <= Frames; leaving += 23)
            {
                using HandTypedPeer client = HandTypedPeer.Connect(server.EndPoint);
                client.Say(greeting);
                long before = Handed(server);
                Eventually.True(() => Offer(server, frame, ref before), "frames go to the client");
                for (int count = 1; count <= leaving; count++)
                {
                    server.Send(frame);
                }

                client.HangUp();
                Eventually.True(() => server.ClientCount == 0 && Handed(server) - before == leaving, "every frame is counted once the client has left");
            }
        }

        private static long Handed(ServerPort server) => server.Counters.Sent + server.Counters.SendDropped;

        // True once a frame offered has been counted: the client has asked for frames.
        private static bool Offer(ServerPort server, CanFrame frame, ref long before)
        {
            server.Send(frame);
            Thread.Sleep(20);
            bool isCounted = Handed(server) > before;
            before = Handed(server);
            return isCounted;
        }

        private static IPortLink LinkOf(string scheme, Stream stream) =>
            scheme == "slcan" ? new SlcanLink(stream, CanPortUrl.BusBitRate) : new SocketcandLink(stream, "can0");

        private static int SendAll(LinkPort port)
        {
            var frame = new CanFrame();
            frame.Begin(0x351, 8);
            int refused = 0;
            for (int count = 0; count < Frames; count++)
            {
                refused += port.Send(frame) == SendResult.NoRoom ? 1 : 0;
            }

            return refused;
        }

        private static void Check(LinkPort port, int failing, int noRoom)
        {
            Eventually.True(
                () => port.Counters.Sent + port.Counters.SendDropped + port.Counters.Refused + noRoom == Frames,
                $"every frame is counted where write {failing} fails");
            Assert.True(port.Counters.Sent <= Frames);
        }

        /// <summary>A peer that takes everything and says nothing, until a write fails.</summary>
        private sealed class FailingStream(Func<bool> fails) : Stream
        {
            private readonly ManualResetEventSlim _end = new();

            public override bool CanRead => true;

            public override bool CanSeek => false;

            public override bool CanWrite => true;

            public override long Length => throw new NotSupportedException();

            public override long Position
            {
                get => throw new NotSupportedException();
                set => throw new NotSupportedException();
            }

            public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

            public override void Write(ReadOnlySpan<byte> buffer)
            {
                if (fails())
                {
                    throw new IOException("the cable is out");
                }
            }

            public override int Read(byte[] buffer, int offset, int count)
            {
                _end.Wait();
                return 0;
            }

            public override void Flush()
            {
            }

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            protected override void Dispose(bool disposing)
            {
                _end.Set();
                base.Dispose(disposing);
            }
        }

        /// <summary>Keeps the greeting of a protocol out of the count of writes that may fail.</summary>
        private sealed class FailingLink(IPortLink inner) : IPortLink
        {
            public void Listen(IFrameSink sink) => inner.Listen(sink);

            public bool Send(in PortFrame frame) => inner.Send(frame);

            public void Dispose() => inner.Dispose();
        }
    }
}
