using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Virtual
{
    /// <summary>A bus on which nobody acknowledges.</summary>
    public class LoneNodeTests
    {
        // 0x305 with eight zero bytes: 125 bits; the error flag and what follows it take 6 bits more than the end that the frame never reaches.
        private const int AttemptMicroseconds = (125 + 6) * VirtualBus.BitMicroseconds;

        private readonly VirtualBus _bus = new();
        private readonly VirtualBusNode _node;
        private readonly CanFrame _frame = Frames.Data(0x305, "0000000000000000");
        private readonly List<long> _times = [];

        public LoneNodeTests()
        {
            _node = _bus.Attach("lone", transmitCapacity: 2);
            _bus.FrameCompleted += (time, _, _) => _times.Add(time);
        }

        [Fact]
        public void Send_NobodyAcknowledges_TheErrorCounterRisesByEightAnAttemptAndStopsAtErrorPassive()
        {
            _node.Send(_frame);
            _bus.AdvanceTo(AttemptMicroseconds - 1);
            Assert.Equal(0, _node.TransmitErrorCount);
            _bus.AdvanceTo(AttemptMicroseconds);
            Assert.Equal(8, _node.TransmitErrorCount);
            _bus.AdvanceTo((12 * AttemptMicroseconds) - 1);
            Assert.Equal(CanBusState.ErrorActive, _node.State);
            _bus.AdvanceTo(12 * AttemptMicroseconds);
            Assert.Equal(CanBusState.ErrorWarning, _node.State);
            _bus.AdvanceTo((16 * AttemptMicroseconds) - 1);
            Assert.Equal(CanBusState.ErrorWarning, _node.State);
            _bus.AdvanceTo(16 * AttemptMicroseconds);
            Assert.Equal(CanBusState.ErrorPassive, _node.State);
            _bus.AdvanceTo(3_600_000_000L);
            Assert.Equal(128, _node.TransmitErrorCount);
        }

        [Fact]
        public void Send_NobodyAcknowledges_NeverBlocksAndCostsNoEvent()
        {
            Assert.Equal(SendResult.Accepted, _node.Send(_frame));
            Assert.Equal(SendResult.Accepted, _node.Send(_frame));
            Assert.Equal(SendResult.NoRoom, _node.Send(_frame));
            Assert.Equal(long.MaxValue, _bus.NextEventMicroseconds);
            _bus.AdvanceTo(1_000_000);
            Assert.Empty(_times);
            Assert.Equal(2, _node.PendingCount);
        }

        [Fact]
        public void Attach_SomebodyComesInTheMiddleOfAnAttempt_TheNextAttemptSucceeds()
        {
            _node.Send(_frame);
            _bus.AdvanceTo((3 * AttemptMicroseconds) + 10);
            _bus.Attach("inverter");
            _bus.AdvanceTo(1_000_000);

            Assert.Equal([(4 * AttemptMicroseconds) + ((125 - 3) * VirtualBus.BitMicroseconds)], _times);

            // The attempt that was under way still failed: four times eight, less one for the success.
            Assert.Equal(31, _node.TransmitErrorCount);
        }

        [Fact]
        public void Attach_AfterALongTimeAlone_TheFrameGoesOutAndTheNodeBecomesActiveAgain()
        {
            _node.Send(_frame);
            _bus.AdvanceTo(3_600_000_000L);
            _bus.Attach("inverter");
            _bus.AdvanceTo(3_600_001_000L);
            Assert.Single(_times);
            Assert.InRange(_times[0], 3_600_000_000L, 3_600_000_600L);
            Assert.Equal(CanBusState.ErrorWarning, _node.State);

            for (int count = 0; count < 32; count++)
            {
                _node.Send(_frame);
                _bus.AdvanceTo(_bus.NowMicroseconds + 1000);
            }

            Assert.Equal(CanBusState.ErrorActive, _node.State);
        }

        [Fact]
        public void Disconnect_InTheMiddleOfAFrame_TheFrameWaitsAndGoesOutAfterReconnect()
        {
            VirtualBusNode inverter = _bus.Attach("inverter");
            _node.Send(_frame);
            _bus.AdvanceTo(100);
            _bus.Disconnect(inverter);
            _bus.AdvanceTo(1_000_000);
            Assert.Empty(_times);
            Assert.Equal(CanBusState.ErrorPassive, _node.State);

            _bus.Connect(inverter);
            _bus.AdvanceTo(2_000_000);
            Assert.Single(_times);
            Assert.True(inverter.TryReceive(new CanFrame()));
        }

        [Fact]
        public void Disconnect_TheSenderOfAFrame_OthersUseTheBusAndTheFrameIsNotSeen()
        {
            _bus.Attach("second");
            VirtualBusNode third = _bus.Attach("third");
            var senders = new List<string>();
            _bus.FrameCompleted += (_, sender, _) => senders.Add(sender.Name);
            _node.Send(_frame);
            _bus.AdvanceTo(100);
            _bus.Disconnect(_node);
            third.Send(Frames.Data(0x351, ""));
            _bus.AdvanceTo(10_000);
            Assert.Equal(["third"], senders);
            Assert.Equal(1, _node.PendingCount);

            _bus.Connect(_node);
            _bus.AdvanceTo(20_000);
            Assert.Equal(["third", "lone"], senders.Take(2));
        }
    }
}
