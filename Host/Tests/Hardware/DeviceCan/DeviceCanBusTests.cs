using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.DeviceCan;
using BatterySim.Host.DeviceCan;
using BatterySim.Host.Tests.Virtual;
using BatterySim.Host.Verification.NanoSim;
using nanoFramework.Device.Can;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.DeviceCan
{
    /// <summary>The adapter over nanoFramework's CanController with the habits of an STM32. Those of an ESP32: Esp32TwaiTests.</summary>
    public class DeviceCanBusTests
    {
        private readonly SimulatedCan _can = new();
        private readonly ManualClock _clock = new();

        public DeviceCanBusTests()
        {
            DeviceCanFirmware.Install("CAN1", _can);
            _can.Waited = milliseconds => _clock.NowMilliseconds += milliseconds;
        }

        // Bit rate = clock / ((BRP + 1) * (1 + (TS1 + 1) + (TS2 + 1))): the fields are written as the register has them.
        [Theory]
        [InlineData(42_000_000, 500_000)]
        [InlineData(45_000_000, 500_000)]
        [InlineData(54_000_000, 500_000)]
        [InlineData(36_000_000, 250_000)]
        [InlineData(45_000_000, 250_000)]
        [InlineData(80_000_000, 500_000)]
        public void Settings_ClockOfABoard_GiveTheRateAndAUsualSamplePoint(int clockHertz, int bitsPerSecond)
        {
            var settings = new DeviceCanSettings { ClockHertz = clockHertz, BitsPerSecond = bitsPerSecond };
            _ = new DeviceCanBus(settings, _clock);
            CanSettings raw = _can.Settings!;
            int quanta = 1 + (raw.PhaseSegment1 + 1) + (raw.PhaseSegment2 + 1);

            Assert.Null(settings.FindProblem());
            Assert.Equal(clockHertz, (raw.BaudRatePrescaler + 1) * quanta * bitsPerSecond);
            Assert.InRange(1000.0 * (quanta - raw.PhaseSegment2 - 1) / quanta, 750, 875);
            Assert.InRange(raw.PhaseSegment1, 0, 15);
            Assert.InRange(raw.PhaseSegment2, 0, 7);
            Assert.Equal(0, raw.SyncJumpWidth);
        }

        [Fact]
        public void Settings_ClockThatCannotMakeTheRate_SaySo()
        {
            Assert.Contains("PCLK1", new DeviceCanSettings { ClockHertz = 41_999_999 }.FindProblem(), StringComparison.Ordinal);
        }

        [Fact]
        public void Open_FirmwareWithoutCan_Throws()
        {
            Assert.Throws<NotSupportedException>(() => new DeviceCanBus(new DeviceCanSettings { ControllerId = "CAN2" }, _clock));
        }

        [Fact]
        public void Send_EveryLengthAndKind_GoesOutAsItWas()
        {
            DeviceCanBus bus = Open();
            CanFrame[] frames =
            [
                Frames.Data(0x351, "1402740E740ECC01"), Frames.Data(0x355, "64006400"), Frames.Data(0x35C, "C000"), Frames.Data(0x355, "01020304"),
                Frames.Data(0x1FFFFFFF, "", true), Frames.Remote(0x305, 3),
            ];
            foreach (CanFrame frame in frames)
            {
                Assert.Equal(SendResult.Accepted, bus.Send(frame));
            }

            Assert.Equal(frames.Select(Text), _can.Sent.Select(Text));
        }

        [Fact]
        public void Receive_FromTheStart_EveryFrameIsThereWithEightBytes()
        {
            DeviceCanBus bus = Open();
            var frame = new CanFrame();
            _can.Arrive(0x305, CanMessageIdType.SID, CanMessageFrameType.Data, 1, 2);
            _can.Arrive(0x1ABCDEF0, CanMessageIdType.EID, CanMessageFrameType.RemoteRequest);

            Assert.True(bus.TryReceive(frame));
            Assert.Equal((0x305u, 8, false, false), (frame.Id, frame.Length, frame.IsExtended, frame.IsRemote));
            Assert.Equal([1, 2, 0, 0, 0, 0, 0, 0], frame.Data);
            Assert.True(bus.TryReceive(frame));
            Assert.Equal((0x1ABCDEF0u, true, true), (frame.Id, frame.IsExtended, frame.IsRemote));
            Assert.False(bus.TryReceive(frame));
            Assert.Equal(2, bus.ReceivedCount);
        }

        [Fact]
        public void Send_NobodyAcknowledges_StandsStillOnceInTwoSecondsAtMost()
        {
            DeviceCanBus bus = Open();
            _can.IsAcknowledged = false;
            for (int number = 0; number < 500; number++)
            {
                bus.Send(Frames.Data(0x351, "00"));
                _clock.NowMilliseconds += 20;
            }

            Assert.Equal(CanBusState.ErrorPassive, bus.State);
            Assert.InRange(bus.LostCount, 4, 6);
            Assert.Equal(SimulatedCan.MailboxCount, bus.HandedOverCount);
            Assert.Equal(500, bus.LostCount + bus.RefusedCount + bus.HandedOverCount);
        }

        [Fact]
        public void Receive_AfterSilence_FreesTheWayAtOnce()
        {
            DeviceCanBus bus = Open();
            _can.IsAcknowledged = false;
            for (int number = 0; number < 5; number++)
            {
                bus.Send(Frames.Data(0x351, "00"));
            }

            SendResult refused = bus.Send(Frames.Data(0x351, "00"));
            _can.IsAcknowledged = true;
            _can.Arrive(0x305, CanMessageIdType.SID, CanMessageFrameType.Data, 0);
            bus.TryReceive(new CanFrame());

            Assert.Equal(SendResult.NoRoom, refused);
            Assert.Equal(CanBusState.ErrorActive, bus.State);
            Assert.Equal(SendResult.Accepted, bus.Send(Frames.Data(0x351, "00")));
        }

        private DeviceCanBus Open() => new(new DeviceCanSettings(), _clock);

        private static string Text(CanFrame frame) =>
            $"{frame.Id:X} {frame.IsExtended} {frame.IsRemote} {Convert.ToHexString(frame.Data.AsSpan(0, frame.Length))}";

        private static string Text(CanMessage message) =>
            string.Join(
                ' ',
                new List<string>
                {
                    $"{message.Id:X}",
                    $"{message.IdentifierType == CanMessageIdType.EID}",
                    $"{message.FrameType == CanMessageFrameType.RemoteRequest}",
                    Convert.ToHexString(message.Message),
                });

        private sealed class ManualClock : IMonotonicClock
        {
            public long NowMilliseconds { get; set; }
        }
    }
}
