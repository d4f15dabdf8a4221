using System;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.DeviceCan;
using nanoFramework.Device.Can;

namespace BatterySim.Host.Board
{
    /// <summary>The CAN component of an ESP32's device firmware, with controller and transceiver, on a <see cref="VirtualBus"/>.</summary>
    /// <remarks>
    /// A model of what <c>Hardware/Native/Esp32Twai</c> does, by docs/firmware-twai.md: no call waits, a full queue and a missing acknowledge
    /// are a TimeoutException, bus-off an InvalidOperationException; sending pauses after a frame that nobody acknowledged, and the way back
    /// from bus-off is tried in growing intervals. Time is that of the bus and passes where the program calls.
    /// </remarks>
    public sealed class Esp32Twai : IDeviceCanNative
    {
        /// <summary>Frames that can wait for sending, the one on the bus included.</summary>
        public const int TransmitCapacity = 16;

        /// <summary>Received frames that are kept; the newest are dropped.</summary>
        public const int ReceiveCapacity = 64;

        /// <summary>Clock that the prescaler of the settings divides, Hz.</summary>
        public const int ClockHertz = 80_000_000;

        private const int BitsPerSecondMax = 1_000_000;
        private const long AcknowledgeMicroseconds = 100_000;
        private const long RecoveryMicroseconds = 1_000_000;

        private readonly VirtualBus _bus;
        private readonly Esp32TwaiController _controller;
        private readonly CanFrame _frame = new();
        private readonly GrowingPause _acknowledgePause = new(250_000, 2_000_000);
        private readonly GrowingPause _recoveryPause = new(100_000, 5_000_000);
        private long _progressMicroseconds;
        private long _pauseEndMicroseconds;
        private long _phaseEndMicroseconds;
        private long _deliveredSeen;

        /// <summary>Puts a controller on a bus. It is closed.</summary>
        public Esp32Twai(VirtualBus bus, string name)
        {
            ArgumentNullException.ThrowIfNull(bus);
            _bus = bus;
            _controller = new Esp32TwaiController(bus, name, TransmitCapacity, ReceiveCapacity);
        }

        /// <summary>Where the component is in its life.</summary>
        public Esp32TwaiPhase Phase { get; private set; }

        /// <summary>True while the bus wires are shorted: what the controller starts to send is destroyed.</summary>
        public bool IsDisturbed
        {
            get => _controller.IsDisturbed;
            set
            {
                _controller.Settle();
                _controller.IsDisturbed = value;
                _controller.Settle();
            }
        }

        /// <summary>What the firmware gets to feel in place of a call; null for sound ones.</summary>
        public Exception? Failure { get; set; }

        /// <summary>Transmit error counter (ISO 11898-1), which a board cannot read.</summary>
        public int TransmitErrorCount => _controller.TransmitErrorCount;

        /// <summary>Frames that another node acknowledged.</summary>
        public long DeliveredCount => _controller.DeliveredCount;

        /// <summary>Received frames that found the ring full.</summary>
        public long OverrunCount => _controller.OverrunCount;

        /// <summary>Times that the acknowledge time-out dropped the queue.</summary>
        public int AcknowledgeTimeoutCount { get; private set; }

        /// <summary>Times that the controller took itself off the bus.</summary>
        public int BusOffCount { get; private set; }

        /// <summary>What a restart of the processor does: the controller stops, and the component is as new.</summary>
        public void Reset()
        {
            Close();
            while (_controller.TryReceive(_frame))
            {
                // The memory is gone.
            }
        }

        /// <inheritdoc/>
        public void Open(CanSettings settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            Close();
            int prescaler = settings.BaudRatePrescaler + 1;
            int one = settings.PhaseSegment1 + 1;
            int two = settings.PhaseSegment2 + 1;
            int jump = settings.SyncJumpWidth + 1;
            int bitsPerSecond = ClockHertz / (prescaler * (1 + one + two));
            bool isPrescalerValid = prescaler <= 128 ? prescaler % 2 == 0 : prescaler % 4 == 0;
            if (!isPrescalerValid || one > 16 || two > 8 || jump > Math.Min(4, two) || bitsPerSecond > BitsPerSecondMax)
            {
                throw new ArgumentException("the controller cannot make this bit timing", nameof(settings));
            }

            _controller.IsWrongRate = bitsPerSecond != BitsPerSecondMax / VirtualBus.BitMicroseconds;
            _acknowledgePause.Reset();
            _recoveryPause.Reset();
            _pauseEndMicroseconds = 0;
            Run();
        }

        /// <inheritdoc/>
        public void Close()
        {
            _controller.Disable();
            Phase = Esp32TwaiPhase.Closed;
        }

        /// <inheritdoc/>
        /// <remarks>Frames are received in any case.</remarks>
        public void OnHandlersChanged(int change)
        {
        }

        /// <inheritdoc/>
        public void Write(CanMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            Poll();
            bool isExtended = message.IdentifierType == CanMessageIdType.EID;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Message.Length, CanFrame.DataLengthMax, nameof(message));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Id, isExtended ? 0x1FFFFFFFu : 0x7FFu, nameof(message));
            if (Phase != Esp32TwaiPhase.Running)
            {
                throw new InvalidOperationException();
            }

            bool isRemote = message.FrameType == CanMessageFrameType.RemoteRequest;
            _frame.Begin(message.Id, message.Message.Length, isExtended, isRemote);
            message.Message.CopyTo(_frame.Data, 0);
            bool isFirst = _controller.PendingCount == 0;
            if (_bus.NowMicroseconds < _pauseEndMicroseconds || _controller.Send(_frame) != SendResult.Accepted)
            {
                throw new TimeoutException();
            }

            _progressMicroseconds = isFirst ? _bus.NowMicroseconds : _progressMicroseconds;
        }

        /// <inheritdoc/>
        public CanMessage? Take()
        {
            Poll();
            if (!_controller.TryReceive(_frame))
            {
                return null;
            }

            // Somebody is there, so sending may go on at once.
            _acknowledgePause.Reset();
            _pauseEndMicroseconds = 0;
            return new CanMessage(
                _frame.Id,
                _frame.IsExtended ? CanMessageIdType.EID : CanMessageIdType.SID,
                _frame.IsRemote ? CanMessageFrameType.RemoteRequest : CanMessageFrameType.Data,
                _frame.Data.AsSpan(0, _frame.Length).ToArray());
        }

        private void Run()
        {
            _controller.Disable();
            _controller.Enable();
            _deliveredSeen = _controller.DeliveredCount;
            Phase = Esp32TwaiPhase.Running;
        }

        private void Poll()
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            long now = _bus.NowMicroseconds;

            // Back on the bus, the driver goes on with its queue until the component looks, a pass of the firmware later.
            bool wasOff = _controller.IsBusOff;
            _controller.Settle();
            switch (Phase)
            {
                case Esp32TwaiPhase.Running:
                    PollRunning(now);
                    break;
                case Esp32TwaiPhase.BusOffPause when now >= _phaseEndMicroseconds:
                    _controller.Recover();
                    Phase = Esp32TwaiPhase.Recovering;
                    _phaseEndMicroseconds = now + RecoveryMicroseconds;
                    break;
                case Esp32TwaiPhase.Recovering when !wasOff:
                    Run();
                    break;
                case Esp32TwaiPhase.Recovering when _controller.IsBusOff && now >= _phaseEndMicroseconds:
                    PauseOffTheBus(now);
                    break;
                default:
                    break;
            }
        }

        private void PollRunning(long now)
        {
            if (_controller.IsBusOff)
            {
                BusOffCount++;
                PauseOffTheBus(now);
                return;
            }

            if (_controller.DeliveredCount != _deliveredSeen)
            {
                _deliveredSeen = _controller.DeliveredCount;
                _progressMicroseconds = now;
                _acknowledgePause.Reset();
                _recoveryPause.Reset();
            }

            if (_controller.PendingCount > 0 && now - _progressMicroseconds >= AcknowledgeMicroseconds)
            {
                AcknowledgeTimeoutCount++;
                _pauseEndMicroseconds = now + _acknowledgePause.Next();
                Run();
            }
        }

        private void PauseOffTheBus(long now)
        {
            Phase = Esp32TwaiPhase.BusOffPause;
            _phaseEndMicroseconds = now + _recoveryPause.Next();
        }
    }
}
