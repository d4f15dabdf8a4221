using System.IO;
using BatterySim.Host.Cli.Running;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class PipeStreamTests
    {
        private const int BrokenPipe = 32;
        private const int NoSpace = 28;

        [Fact]
        public void Write_ReaderHasGone_SaysSoAndNotThatWritingFailed()
        {
            using PipeStream stream = new(new FailingStream(BrokenPipe));

            Assert.Throws<OutputClosedException>(() => stream.Write([1, 2, 3]));
        }

        [Fact]
        public void Write_AnyOtherFailure_IsPassedOn()
        {
            using PipeStream stream = new(new FailingStream(NoSpace));

            Assert.Throws<IOException>(() => stream.Write([1, 2, 3]));
        }

        private sealed class FailingStream(int systemError) : MemoryStream
        {
            public override void Write(System.ReadOnlySpan<byte> buffer) => throw new IOException("cannot", systemError);
        }
    }
}
