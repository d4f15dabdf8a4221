using System;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware
{
    /// <summary>What comes through the guard of a driver that counts, and of one that does not.</summary>
    public class GuardedCanBusTests
    {
        [Fact]
        public void Driver_ThatCounts_IsAskedForItsCounts()
        {
            var guard = new GuardedCanBus(new Counting(), new DriverErrors());

            Assert.Equal((11, 12, 0x361, 0x371), Counts(guard));
            Assert.Equal(CanBusState.ErrorWarning, guard.State);
            Assert.Equal(SendResult.NoRoom, guard.Send(Frames.Data(0x351, "")));
            Assert.True(guard.TryReceive(new CanFrame()));
        }

        // -1 stands for "not known".
        [Fact]
        public void Driver_ThatDoesNotCount_IsUnknown()
        {
            var guard = new GuardedCanBus(new Plain(), new DriverErrors());

            Assert.Equal((-1, -1, -1, -1), Counts(guard));
        }

        // The bank goes on as on a bus that is off, and the driver's failure is counted for the report to the console.
        [Fact]
        public void Driver_ThatThrows_IsOffTheBusAndCounted()
        {
            var errors = new DriverErrors();
            var guard = new GuardedCanBus(new Throwing(), errors);

            Assert.Equal(SendResult.BusOff, guard.Send(Frames.Data(0x351, "")));
            Assert.Equal(SendResult.BusOff, guard.Send(Frames.Data(0x355, "")));
            Assert.Equal((2, 0, 0), (errors.CountOf(DriverErrors.Can), errors.CountOf(DriverErrors.Serial), errors.CountOf(DriverErrors.Pins)));
            Assert.Contains("wire is loose", errors.ConsumeReport(), StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(CanBusState.ErrorActive, "error-active")]
        [InlineData(CanBusState.ErrorWarning, "error-warning")]
        [InlineData(CanBusState.ErrorPassive, "error-passive (nobody acknowledges: is the inverter on and the cable right?)")]
        [InlineData(CanBusState.BusOff, "bus-off (CAN-H and CAN-L swapped or shorted, or another bit rate?)")]
        public void State_OfABus_IsToldWithItsMeaning(CanBusState state, string text)
        {
            Assert.Equal(text, CanStateNames.Of(state));
        }

        private static (int Transmit, int Receive, int Acknowledged, int Abandoned) Counts(GuardedCanBus guard) => (
            guard.TransmitErrorCount, guard.ReceiveErrorCount, guard.AcknowledgedCountOf(0x351), guard.AbandonedCountOf(0x351));

        private class Plain : ICanController
        {
            public string Title => "";

            public CanBusState State => CanBusState.ErrorWarning;

            public bool IsReady => true;

            public string? Fault => null;

            public void Start(long nowMilliseconds)
            {
            }

            public void Poll(long nowMilliseconds)
            {
            }

            public virtual SendResult Send(CanFrame frame) => SendResult.NoRoom;

            public bool TryReceive(CanFrame frame) => true;
        }

        private sealed class Throwing : Plain
        {
            public override SendResult Send(CanFrame frame) => throw new InvalidOperationException("wire is loose");
        }

        private sealed class Counting : Plain, ICanBusCounters, ICanBusDelivery
        {
            public int TransmitErrorCount => 11;

            public int ReceiveErrorCount => 12;

            public int AcknowledgedCountOf(uint id) => (int)id + 0x10;

            public int AbandonedCountOf(uint id) => (int)id + 0x20;
        }
    }
}
