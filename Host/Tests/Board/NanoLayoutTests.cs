using BatterySim.Host.Verification.Meter.Heap;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>Sizes on nanoFramework's heap, worked out by hand from the interpreter's structures.</summary>
    public class NanoLayoutTests
    {
        [Fact]
        public void Sizes_OfSmallThings_AreWholeBlocksOfTwelve()
        {
            Assert.Equal(12, NanoLayout.ObjectBytes(0));
            Assert.Equal(48, NanoLayout.ObjectBytes(3));
            Assert.Equal(12, NanoLayout.ArrayBytes(typeof(byte), 0));
            Assert.Equal(24, NanoLayout.ArrayBytes(typeof(byte), 8));
            Assert.Equal(84, NanoLayout.ArrayBytes(typeof(float), 16));
            Assert.Equal(24, NanoLayout.ArrayBytes(typeof(System.DayOfWeek), 2));
            Assert.Equal(36, NanoLayout.ArrayBytes(typeof(string), 2));
            Assert.Equal(24, NanoLayout.TextBytes(11));
            Assert.Equal(36, NanoLayout.TextBytes(12));
            Assert.Equal(36, NanoLayout.DelegateBytes);
        }

        [Fact]
        public void Walk_SharedObject_CountsOnce()
        {
            var shared = new Leaf { Name = "text of the program" };
            var shares = LiveHeap.Weigh([typeof(NanoLayoutTests).Assembly], new Pair { Left = shared, Right = shared }, new byte[100]);

            Assert.Equal(new HeapShare("Pair", 1, 36), Assert.Single(shares, share => share.Kind == "Pair"));
            Assert.Equal(new HeapShare("Leaf", 1, 24), Assert.Single(shares, share => share.Kind == "Leaf"));
            Assert.True(Assert.Single(shares, share => share.Kind == "Byte[]").Bytes >= 120);
        }

        private sealed class Leaf
        {
            public string? Name { get; set; }
        }

        private sealed class Pair
        {
            public Leaf? Left { get; set; }

            public Leaf? Right { get; set; }
        }
    }
}
