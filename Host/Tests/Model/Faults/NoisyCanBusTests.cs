using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>A bad cable: what vanishes, what is refused, and for how long.</summary>
    public class NoisyCanBusTests
    {
        private readonly SentFrames _bus = new() { State = CanBusState.ErrorPassive };
        private readonly CanFrame _frame = new();

        [Fact]
        public void Good_Cable_ChangesNothing()
        {
            var cable = new NoisyCanBus(_bus, new Prng(1));
            for (int number = 0; number < 1000; number++)
            {
                _bus.Incoming.Enqueue(Frames.Data(0x305, ""));
                Assert.Equal(SendResult.Accepted, cable.Send(Frames.Data(0x351, "")));
                Assert.True(cable.TryReceive(_frame));
            }

            Assert.False(cable.TryReceive(_frame));
            Assert.Equal((0, 0, CanBusState.ErrorPassive), (cable.LostCount, cable.BusOffCount, cable.State));
            _bus.Result = SendResult.NoRoom;
            Assert.Equal(SendResult.NoRoom, cable.Send(_frame));
            Assert.Equal((0, 0, 1, 1), (cable.BurstPermille, cable.BusOffPermille, cable.BurstFramesMax, cable.BusOffFramesMax));
        }

        [Theory]
        [InlineData(-1, 0, 1)]
        [InlineData(0, 0, 1)]
        [InlineData(1, 1, 1)]
        [InlineData(1000, 1000, 1000)]
        [InlineData(1001, 1000, 1001)]
        [InlineData(int.MaxValue - 1, 1000, int.MaxValue - 1)]
        [InlineData(int.MaxValue, 1000, int.MaxValue - 1)]
        public void Settings_OutsideTheirRange_AreCutToIt(int value, int permille, int frames)
        {
            var cable = new NoisyCanBus(_bus, new Prng(1))
            {
                BurstPermille = value,
                BurstFramesMax = value,
                BusOffPermille = value,
                BusOffFramesMax = value,
            };

            Assert.Equal((permille, permille), (cable.BurstPermille, cable.BusOffPermille));
            Assert.Equal((frames, frames), (cable.BurstFramesMax, cable.BusOffFramesMax));
        }

        // A lost frame was taken by the controller.
        [Fact]
        public void Everything_Lost_IsAcceptedAndNeverArrives()
        {
            var cable = new NoisyCanBus(_bus, new Prng(1)) { BurstPermille = 1000 };
            _bus.Incoming.Enqueue(Frames.Data(0x305, ""));
            _bus.Incoming.Enqueue(Frames.Data(0x305, ""));
            Assert.Equal(SendResult.Accepted, cable.Send(Frames.Data(0x351, "")));
            Assert.False(cable.TryReceive(_frame));
            Assert.Equal("", _bus.Consume());
            Assert.Empty(_bus.Incoming);
            Assert.True(cable.LosesReceived());
            Assert.Equal((4, 0, CanBusState.ErrorPassive), (cable.LostCount, cable.BusOffCount, cable.State));
        }

        // One time off the bus with the length 1: each frame is one, and afterwards the controller is back.
        [Fact]
        public void OffTheBus_ForOneFrame_RefusesItAndIsBack()
        {
            var cable = new NoisyCanBus(_bus, new Prng(1)) { BusOffPermille = 1000 };
            for (int number = 1; number <= 10; number++)
            {
                Assert.Equal(SendResult.BusOff, cable.Send(Frames.Data(0x351, "")));
                Assert.Equal((0, number, CanBusState.ErrorPassive), (cable.LostCount, cable.BusOffCount, cable.State));
            }

            Assert.Equal("", _bus.Consume());
        }

        // A chance of 1 permille starts it; from then on it lasts up to 4 frames, in each length about as often.
        [Fact]
        public void OffTheBus_ForUpToFourFrames_LastsEachLength()
        {
            var cable = new NoisyCanBus(_bus, new Prng(3)) { BusOffPermille = 100, BusOffFramesMax = 4 };
            var lengths = new Dictionary<int, int>();
            int length = 0;
            int starts = 0;
            for (int number = 0; number < 20_000; number++)
            {
                bool wasOff = cable.State == CanBusState.BusOff;
                bool isRefused = cable.Send(Frames.Data(0x351, "")) == SendResult.BusOff;
                Assert.True(isRefused || !wasOff);
                if (isRefused && cable.BusOffCount > starts)
                {
                    starts = cable.BusOffCount;
                    length = 0;
                }

                length += isRefused ? 1 : 0;
                if (isRefused && cable.State != CanBusState.BusOff)
                {
                    lengths[length] = lengths.GetValueOrDefault(length) + 1;
                }
            }

            Assert.Equal([1, 2, 3, 4], lengths.Keys.Order());
            Assert.All(lengths.Values, count => Assert.InRange(count, starts / 5, starts * 3 / 10));

            // One try in ten frames that are not refused already: 20,000 frames have 1600 starts of 2.5 frames each, within some five deviations.
            Assert.InRange(starts, 1400, 1800);
        }

        [Fact]
        public void Bursts_OfUpToThreeFrames_LoseAsManyAsTheirLengthsSay()
        {
            var cable = new NoisyCanBus(_bus, new Prng(5)) { BurstPermille = 50, BurstFramesMax = 3 };
            for (int number = 0; number < 20_000; number++)
            {
                Assert.Equal(SendResult.Accepted, cable.Send(Frames.Data(0x351, "")));
            }

            // A burst of 2 frames after 19 that pass on the average.
            Assert.InRange(cable.LostCount, 1700, 2200);
            Assert.Equal(20_000 - cable.LostCount, _bus.Consume().Split(' ').Length);
        }

        [Fact]
        public void Seed_TheSame_GivesTheSameLosses()
        {
            Assert.Equal(Losses(9), Losses(9));
            Assert.NotEqual(Losses(9), Losses(10));
        }

        private string Losses(uint seed)
        {
            var cable = new NoisyCanBus(_bus, new Prng(seed)) { BurstPermille = 200, BurstFramesMax = 3, BusOffPermille = 100, BusOffFramesMax = 2 };
            return string.Concat(Enumerable.Range(0, 200).Select(_ => cable.LosesReceived() ? 'x' : '.'));
        }
    }
}
