using System;
using BatterySim.Bms.Can;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>What holds for every way onto a bus, simulated or real. A subclass names the bus and the node at its other end.</summary>
    public abstract class CanBusContract
    {
        private readonly CanFrame _frame = new();
        private readonly CanFrame _received = new();

        protected abstract ICanBus Near { get; }

        protected abstract ICanBus Far { get; }

        [Theory]
        [InlineData(0x351u, false, "1402740E740ECC01")]
        [InlineData(0x000u, false, "")]
        [InlineData(0x7FFu, false, "FF")]
        [InlineData(0x1FFFFFFFu, true, "0102030405060708")]
        [InlineData(0x00000351u, true, "00")]
        public void Send_AnyFrame_ReachesTheOtherEndAsItIs(uint id, bool isExtended, string data)
        {
            Fill(id, isExtended, data);
            Assert.Equal(SendResult.Accepted, Near.Send(_frame));
            ExpectAt(Far, id, isExtended, data);

            Fill(id, isExtended, data);
            Assert.Equal(SendResult.Accepted, Far.Send(_frame));
            ExpectAt(Near, id, isExtended, data);
        }

        [Fact]
        public void Send_FrameChangedAfterwards_WasCopied()
        {
            Fill(0x123, false, "AABB");
            Near.Send(_frame);
            Fill(0x456, false, "");
            ExpectAt(Far, 0x123, false, "AABB");
        }

        [Fact]
        public void Send_Several_ArriveInOrder()
        {
            for (uint id = 0x110; id >= 0x100; id--)
            {
                Fill(id, false, "");
                Eventually.True(() => Near.Send(_frame) == SendResult.Accepted || !Settle(), "there is room");
            }

            for (uint id = 0x110; id >= 0x100; id--)
            {
                ExpectAt(Far, id, false, "");
            }
        }

        [Fact]
        public void Send_OwnFrame_IsNotReceivedAtHome()
        {
            Fill(0x321, false, "01");
            Near.Send(_frame);
            ExpectAt(Far, 0x321, false, "01");
            Fill(0x322, false, "02");
            Far.Send(_frame);
            ExpectAt(Near, 0x322, false, "02");
        }

        [Fact]
        public void TryReceive_NothingThere_IsFalseAtOnce()
        {
            Assert.False(Near.TryReceive(_received));
        }

        [Fact]
        public void State_WorkingBus_IsErrorActive()
        {
            Assert.Equal(CanBusState.ErrorActive, Near.State);
        }

        /// <summary>Lets time pass where the bus is simulated; true so that it can stand in a condition.</summary>
        protected virtual bool Settle() => true;

        private void Fill(uint id, bool isExtended, string data)
        {
            byte[] bytes = Convert.FromHexString(data);
            _frame.Begin(id, bytes.Length, isExtended, false);
            bytes.CopyTo(_frame.Data, 0);
        }

        private void ExpectAt(ICanBus bus, uint id, bool isExtended, string data)
        {
            Eventually.True(() => Settle() && bus.TryReceive(_received), $"0x{id:X} arrives");
            Assert.Equal(
                (id, isExtended, false, data),
                (_received.Id, _received.IsExtended, _received.IsRemote, Convert.ToHexString(_received.Data, 0, _received.Length)));
        }
    }
}
