using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using BatterySim.Host.Cli.Running;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    /// <summary>What comes through a pipe is kept, so that it can be read twice.</summary>
    public class SpooledInputTests
    {
        [Theory]
        [InlineData(0)]
        [InlineData(1)]
        [InlineData(1_000_003)]
        public void Read_InputThatEnds_IsKeptToItsLastByte(int length)
        {
            byte[] data = new byte[length];
            new Random(3).NextBytes(data);
            using SpooledInput spool = SpooledInput.Read(new MemoryStream(data));

            Assert.True(spool.IsComplete);
            Assert.Equal(data, AllOf(spool.OpenKept()));
            Assert.Equal(data, AllOf(spool.OpenAll()));
        }

        // A bus that goes on: what came within a second is kept, and nothing of the rest is lost.
        [Fact]
        public async Task Read_LiveInput_GoesOnBehindWhatIsKept()
        {
            using FeedStream feed = new();
            feed.Add("first\n");
            Task<SpooledInput> reading = Task.Run(() => SpooledInput.Read(feed));
            using SpooledInput spool = await reading;

            Assert.False(spool.IsComplete);
            Assert.Equal("first\n", Encoding.ASCII.GetString(AllOf(spool.OpenKept())));
            feed.Add("second\n");
            feed.End();
            Assert.Equal("first\nsecond\n", Encoding.ASCII.GetString(AllOf(spool.OpenAll())));
        }

        [Fact]
        public void Read_InputThatBreaks_SaysSo()
        {
            Assert.Throws<IOException>(() => SpooledInput.Read(new BrokenStream()));
        }

        private static byte[] AllOf(Stream stream)
        {
            using (stream)
            {
                using MemoryStream all = new();
                stream.CopyTo(all);
                return all.ToArray();
            }
        }

        private sealed class FeedStream : ReadOnlyStream
        {
            private readonly BlockingCollection<byte[]> _chunks = [];

            public void Add(string text) => _chunks.Add(Encoding.ASCII.GetBytes(text));

            public void End() => _chunks.CompleteAdding();

            public override int Read(byte[] buffer, int offset, int count)
            {
                if (!_chunks.TryTake(out byte[]? chunk, -1))
                {
                    return 0;
                }

                chunk.CopyTo(buffer, offset);
                return chunk.Length;
            }

            protected override void Dispose(bool disposing)
            {
                _chunks.Dispose();
                base.Dispose(disposing);
            }
        }

        private sealed class BrokenStream : ReadOnlyStream
        {
            public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the cable is out");
        }
    }
}
