using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.DeviceCan;
using BatterySim.Host.Board;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.DeviceCan;
using BatterySim.Host.Tests.Virtual;
using nanoFramework.Device.Can;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>The board's driver over the model of the ESP32's CAN component: what docs/firmware-twai.md says under "Behaviour".</summary>
    public class Esp32TwaiTests
    {
        private const int PassMilliseconds = 10;

        private readonly VirtualBus _bus = new();
        private readonly Esp32Twai _twai;
        private readonly VirtualBusNode _inverter;
        private readonly BusClock _clock;
        private readonly CanFrame _frame = new();

        public Esp32TwaiTests()
        {
            _twai = new Esp32Twai(_bus, "board");
            _inverter = _bus.Attach("inverter");
            _clock = new BusClock(_bus);
            DeviceCanFirmware.Install("CAN1", _twai);
        }

        [Fact]
        public void Send_EveryLengthAndKind_ArrivesAsItWas()
        {
            DeviceCanBus bus = Open();
            CanFrame[] frames =
            [
                Frames.Data(0x351, "1402740E740ECC01"), Frames.Data(0x355, "64006400"), Frames.Data(0x7FF, ""),
                Frames.Data(0x1FFFFFFF, "01", true), Frames.Remote(0x305, 3),
            ];
            foreach (CanFrame frame in frames)
            {
                Assert.Equal(SendResult.Accepted, bus.Send(frame));
            }

            Pass(bus, 1);
            Assert.Equal(frames.Select(Text).Order(), Received(_inverter).Order());
        }

        [Fact]
        public void Receive_KeepsTheLengthOfTheSenderAndTheOldestSixtyFour()
        {
            DeviceCanBus bus = Open();
            for (int number = 0; number < Esp32Twai.ReceiveCapacity + 6; number++)
            {
                Assert.Equal(SendResult.Accepted, _inverter.Send(Frames.Data(0x305, number.ToString("X2", null))));
                _bus.AdvanceTo(_bus.NowMicroseconds + 1000);
            }

            string[] expected = [.. Enumerable.Range(0, Esp32Twai.ReceiveCapacity).Select(static number => $"305 False False {number:X2}")];
            Assert.Equal(expected, Received(bus));
            Assert.Equal(6, _twai.OverrunCount);
        }

        // 16 wait, the next is refused; after 100 ms the queue is dropped and sending pauses 250, 500, 1000, 2000 ms.
        [Fact]
        public void Send_NobodyAcknowledges_NoCallWaitsAndThePauseGrows()
        {
            DeviceCanBus bus = Open();
            _bus.Disconnect(_inverter);
            for (int number = 0; number < Esp32Twai.TransmitCapacity; number++)
            {
                Assert.Equal(SendResult.Accepted, bus.Send(Frames.Data(0x351, "00")));
            }

            Assert.Equal(SendResult.NoRoom, bus.Send(Frames.Data(0x351, "00")));
            Assert.Equal(CanBusState.ErrorPassive, bus.State);

            List<long> drops = [];
            int seen = 0;
            for (int pass = 0; pass < 1000; pass++)
            {
                Pass(bus, 1);
                TryWrite();
                if (_twai.AcknowledgeTimeoutCount != seen)
                {
                    seen = _twai.AcknowledgeTimeoutCount;
                    drops.Add(_clock.NowMilliseconds);
                }
            }

            // A pause, then 100 ms until the frame that was sent after it is dropped; one pass of doubt in each.
            long[] pauses = [.. drops.Skip(1).Zip(drops, static (later, earlier) => later - earlier)];
            Assert.Equal([350, 600, 1100, 2100, 2100], pauses.Take(5).Select(static pause => pause / 50 * 50));
            Assert.Equal(0, _bus.FrameCount);
        }

        [Fact]
        public void Receive_InThePause_EndsIt()
        {
            DeviceCanBus bus = Open();
            _bus.Disconnect(_inverter);
            bus.Send(Frames.Data(0x351, "00"));
            Pass(bus, 12);
            Assert.Equal(1, _twai.AcknowledgeTimeoutCount);
            Assert.Throws<TimeoutException>(Write);

            _bus.Connect(_inverter);
            _inverter.Send(Frames.Data(0x305, "0000000000000000"));
            Pass(bus, 1);
            Write();
            Pass(bus, 1);
            Assert.Equal(1, _twai.DeliveredCount);
            Assert.Equal(CanBusState.ErrorActive, bus.State);
        }

        // Above 255 it is off: 32 errors of eight. The frame on the wire is given up, those behind it go out late.
        [Fact]
        public void Wires_Shorted_BusOffAndBackWhenTheShortEnds()
        {
            DeviceCanBus bus = Open();
            _twai.IsDisturbed = true;
            bus.Send(Frames.Data(0x351, "01"));
            bus.Send(Frames.Data(0x355, "02"));
            Pass(bus, 2);
            Assert.Equal(Esp32TwaiPhase.BusOffPause, _twai.Phase);
            Assert.Equal(1, _twai.BusOffCount);
            Assert.Equal(SendResult.BusOff, bus.Send(Frames.Data(0x356, "03")));
            Assert.Equal(CanBusState.BusOff, bus.State);

            // A short is dominant: however long, the controller sees no recessive bits.
            Pass(bus, 500);
            Assert.NotEqual(Esp32TwaiPhase.Running, _twai.Phase);
            Assert.Equal(0, _bus.FrameCount);

            _twai.IsDisturbed = false;
            Pass(bus, 600);
            Assert.Equal(Esp32TwaiPhase.Running, _twai.Phase);
            Assert.Equal(["355 False False 02"], Received(_inverter));
            Assert.Equal(0, _twai.TransmitErrorCount);
            Assert.Equal(SendResult.Accepted, bus.Send(Frames.Data(0x351, "04")));
            Pass(bus, 1);
            Assert.Equal(["351 False False 04"], Received(_inverter));
        }

        [Fact]
        public void Rate_OtherThanTheBus_EndsOffTheBusAndHearsNothing()
        {
            DeviceCanBus bus = Open(250_000);
            bus.Send(Frames.Data(0x351, "01"));
            _inverter.Send(Frames.Data(0x305, "00"));
            Pass(bus, 300);

            Assert.True(_twai.BusOffCount > 0);
            Assert.Equal(0, _bus.FrameCount);
            Assert.Equal(0, bus.ReceivedCount);
        }

        // Odd prescaler, one above 128 that is not a multiple of 4, segments and jumps that the registers do not hold, more than 1 Mbit/s.
        [Theory]
        [InlineData(8, 15, 2, 0)]
        [InlineData(129, 15, 2, 0)]
        [InlineData(7, 16, 2, 0)]
        [InlineData(7, 15, 8, 0)]
        [InlineData(7, 15, 2, 3)]
        [InlineData(7, 15, 7, 4)]
        [InlineData(1, 15, 2, 0)]
        public void Open_TimingThatTheRegistersCannotHold_IsAnArgumentException(byte prescaler, byte one, byte two, byte jump)
        {
            Assert.Throws<ArgumentException>(() => _twai.Open(new CanSettings(prescaler, one, two, jump)));
            Assert.Equal(Esp32TwaiPhase.Closed, _twai.Phase);
        }

        [Fact]
        public void Write_ClosedOrOutOfRange_IsRefused()
        {
            Assert.Throws<InvalidOperationException>(Write);
            Open();
            Assert.Throws<ArgumentOutOfRangeException>(() => _twai.Write(Message(0x800, false, 1)));
            Assert.Throws<ArgumentOutOfRangeException>(() => _twai.Write(Message(0x20000000, true, 1)));
            Assert.Throws<ArgumentOutOfRangeException>(() => _twai.Write(Message(0x351, false, 9)));
        }

        private static CanMessage Message(uint id, bool isExtended, int length) =>
            new(id, isExtended ? CanMessageIdType.EID : CanMessageIdType.SID, CanMessageFrameType.Data, new byte[length]);

        private static List<string> Received(ICanBus bus)
        {
            CanFrame frame = new();
            List<string> received = [];
            while (bus.TryReceive(frame))
            {
                received.Add(Text(frame));
            }

            return received;
        }

        private static string Text(CanFrame frame) =>
            $"{frame.Id:X} {frame.IsExtended} {frame.IsRemote} {Convert.ToHexString(frame.Data.AsSpan(0, frame.IsRemote ? 0 : frame.Length))}";

        private DeviceCanBus Open(int bitsPerSecond = 500_000) =>
            new(new DeviceCanSettings { ClockHertz = Esp32Twai.ClockHertz, BitsPerSecond = bitsPerSecond }, _clock);

        private void Write() => _twai.Write(Message(0x351, false, 1));

        private void TryWrite()
        {
            try
            {
                Write();
            }
            catch (TimeoutException)
            {
                // The pause is not over.
            }
        }

        // As the firmware's main loop.
        private void Pass(DeviceCanBus bus, int count)
        {
            for (int pass = 0; pass < count; pass++)
            {
                _bus.AdvanceTo(_bus.NowMicroseconds + (PassMilliseconds * 1000));
                while (bus.TryReceive(_frame))
                {
                    // The count is kept by the driver.
                }
            }
        }

        private sealed class BusClock(VirtualBus bus) : IMonotonicClock
        {
            public long NowMilliseconds => bus.NowMicroseconds / 1000;
        }
    }
}
