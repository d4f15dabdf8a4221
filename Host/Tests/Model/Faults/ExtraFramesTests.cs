using BatterySim.Bms.Faults;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>Frames that the bank sends besides its own.</summary>
    public class ExtraFramesTests
    {
        private readonly FaultPlan _plan = new();
        private readonly SentFrames _bus = new();
        private readonly ExtraFrames _extra;

        public ExtraFramesTests() => _extra = new ExtraFrames(_plan);

        [Fact]
        public void None_Ordered_NothingIsDue()
        {
            Assert.Equal(long.MaxValue, _extra.NextEventMilliseconds);
            Assert.Null(_extra.FrameAt(0));
            Assert.Equal("", RunTo(0));
        }

        [Fact]
        public void Single_Frame_LeavesOnceAtItsTime()
        {
            _extra.Set(0, Frames.Data(0x123, "01"), 0, 500, 0);
            Assert.Equal(500, _extra.NextEventMilliseconds);
            Assert.Equal("", RunTo(499));
            Assert.Equal("123#01", RunTo(500));
            Assert.Equal(long.MaxValue, _extra.NextEventMilliseconds);
            Assert.Equal("", RunTo(501));
            Assert.Equal((500L, 501L), (_plan.At(FaultPlan.IndexOfExtra(0)).StartMilliseconds, _plan.At(FaultPlan.IndexOfExtra(0)).EndMilliseconds));
        }

        [Fact]
        public void Periodic_Frame_LeavesUntilItsEnd()
        {
            _extra.Set(3, Frames.Remote(0x305, 8), 100, 1000, 250);
            Assert.Equal("305#R8", RunTo(1000));
            Assert.Equal(1100, _extra.NextEventMilliseconds);
            Assert.Equal("", RunTo(1099));
            Assert.Equal("305#R8", RunTo(1100));
            Assert.Equal("305#R8", RunTo(1200));
            Assert.Equal("", RunTo(1300));
            Assert.Equal(long.MaxValue, _extra.NextEventMilliseconds);
        }

        [Fact]
        public void Frame_WithoutEnd_LeavesUntilItIsCleared()
        {
            _extra.Set(1, Frames.Data(0x351, "FF", true), 1, 0, 0);
            Assert.Equal("00000351#FF", RunTo(0));
            Assert.Equal("00000351#FF", RunTo(1));
            _plan.Clear(FaultPlan.IndexOfExtra(1));
            Assert.Equal("", RunTo(2));
            Assert.Equal(long.MaxValue, _extra.NextEventMilliseconds);
        }

        // A silent bank passes over what was due, and goes on with it when it speaks again.
        [Fact]
        public void Silent_Bank_PassesOver()
        {
            _extra.Set(0, Frames.Data(0x123, "01"), 100, 0, 0);
            _extra.Run(0, _bus, true);
            Assert.Equal("", _bus.Consume());
            Assert.Equal(100, _extra.NextEventMilliseconds);
            Assert.Equal("123#01", RunTo(100));
        }

        [Fact]
        public void Several_Slots_AreIndependentAndTheFirstIsNext()
        {
            _extra.Set(0, Frames.Data(0x100, ""), 300, 50, 0);
            _extra.Set(1, Frames.Data(0x101, ""), 0, 20, 0);
            _extra.Set(3, Frames.Data(0x103, ""), 0, 50, 0);
            Assert.Equal(20, _extra.NextEventMilliseconds);
            Assert.Equal("101#", RunTo(20));
            Assert.Equal(50, _extra.NextEventMilliseconds);
            Assert.Equal("100# 103#", RunTo(50));
            Assert.Equal(350, _extra.NextEventMilliseconds);
        }

        [Fact]
        public void Frame_OrderedAgain_TakesThePlaceOfTheFirst()
        {
            var frame = Frames.Data(0x100, "AA");
            _extra.Set(2, frame, 0, 10, 0);
            frame.PutU8(0, 0xBB);
            Assert.Equal("100#AA", SentFrames.Text(_extra.FrameAt(2)));
            _extra.Set(2, frame, 0, 20, 0);
            Assert.Equal("", RunTo(10));
            Assert.Equal("100#BB", RunTo(20));
        }

        private string RunTo(long milliseconds)
        {
            _extra.Run(milliseconds, _bus, false);
            return _bus.Consume();
        }
    }
}
