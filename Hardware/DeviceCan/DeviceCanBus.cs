#if DEVICE_CAN
using System;
using BatterySim.Bms.Can;
using nanoFramework.Device.Can;

namespace BatterySim.Hardware.DeviceCan
{
    /// <summary>A CAN port made of a controller that is built into the board's processor.</summary>
    /// <remarks>
    /// What nanoFramework.Device.Can dictates: the settings are raw register fields, each one less than what it means; there are no error
    /// counters. A received frame is an object that the firmware makes: receiving allocates, sending does not.
    /// On an STM32 frames are received only while a handler is attached; every received frame has eight bytes, whatever its sender said; a
    /// frame for which no mailbox gets free within 100 ms is lost without a word, so a call that took that long tells that nobody acknowledges.
    /// On an ESP32 (docs/firmware-twai.md) the call never waits: TimeoutException means a full queue or that nobody acknowledges,
    /// InvalidOperationException that the controller is off the bus, from which it returns by itself.
    /// </remarks>
    public sealed class DeviceCanBus : ICanBus
    {
        /// <summary>Highest prescaler that fits the byte of the settings.</summary>
        public const int PrescalerMax = 256;

        /// <summary>A call for sending that takes this long has lost its frame, ms. The firmware waits 100 ms.</summary>
        public const int LostCallMilliseconds = 80;

        /// <summary>Pause after a lost frame in which no other is tried, ms: so the main loop stands still at most once in this time.</summary>
        public const int PauseMilliseconds = 2000;

        /// <summary>Time after a pause in which no frame may be refused before the bus counts as well again, ms.</summary>
        /// <remarks>On an ESP32 without an acknowledge one frame is taken, times out after 100 ms, and all are refused for up to 2 s.</remarks>
        public const int ProofMilliseconds = 3000;

        private readonly IMonotonicClock _clock;
        private readonly CanController _controller;
        private readonly CanMessage[] _messages = new CanMessage[CanFrame.DataLengthMax + 1];
        private long _pauseEndMilliseconds;
        private CanBusState _state = CanBusState.ErrorActive;
        private int _handedOverCount;
        private int _lostCount;
        private int _refusedCount;
        private int _receivedCount;

        /// <summary>Opens the controller. Throws NotSupportedException on a firmware without CAN.</summary>
        /// <param name="settings">Settings without fault (<see cref="DeviceCanSettings.FindProblem"/>).</param>
        /// <param name="clock">Tells how long the firmware took for a frame.</param>
        public DeviceCanBus(DeviceCanSettings settings, IMonotonicClock clock)
        {
            _clock = clock;
            for (int length = 0; length < _messages.Length; length++)
            {
                _messages[length] = new CanMessage(0, CanMessageIdType.SID, CanMessageFrameType.Data, new byte[length]);
            }

            CanBitTiming bit = new CanBitTiming(settings.ClockHertz, settings.BitsPerSecond, PrescalerMax);
            _controller = CanController.FromId(
                settings.ControllerId,
                new CanSettings(
                    (byte)(bit.Prescaler - 1),
                    (byte)(bit.SegmentOneQuanta - 1),
                    (byte)(bit.SegmentTwoQuanta - 1),
                    (byte)(CanBitTiming.JumpWidthQuanta - 1)));
            _controller.MessageReceived += OnMessageReceived;
        }

        /// <inheritdoc/>
        /// <remarks>
        /// A frame that was lost counts as error-passive, one refused for it as bus-off, until a frame is received, or none was refused for
        /// <see cref="ProofMilliseconds"/>: that one was taken into a queue does not yet prove that it goes out.
        /// </remarks>
        public CanBusState State { get { return _state; } }

        /// <summary>Frames that the firmware took; that they were acknowledged is not known.</summary>
        public int HandedOverCount { get { return _handedOverCount; } }

        /// <summary>Frames that found no free mailbox.</summary>
        public int LostCount { get { return _lostCount; } }

        /// <summary>Frames refused in the pause after a lost one.</summary>
        public int RefusedCount { get { return _refusedCount; } }

        /// <summary>Frames received.</summary>
        public int ReceivedCount { get { return _receivedCount; } }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            long start = _clock.NowMilliseconds;
            if (_state != CanBusState.ErrorActive && start < _pauseEndMilliseconds)
            {
                _refusedCount++;
                return _state == CanBusState.BusOff ? SendResult.BusOff : SendResult.NoRoom;
            }

            SendResult result = Write(MessageFor(frame));
            long end = _clock.NowMilliseconds;
            if (end - start >= LostCallMilliseconds)
            {
                result = SendResult.NoRoom;
            }

            if (result == SendResult.Accepted)
            {
                _handedOverCount++;
                _state = end - _pauseEndMilliseconds >= ProofMilliseconds ? CanBusState.ErrorActive : _state;
                return result;
            }

            _state = result == SendResult.BusOff ? CanBusState.BusOff : CanBusState.ErrorPassive;
            _pauseEndMilliseconds = end + PauseMilliseconds;
            _lostCount++;
            return result;
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            CanMessage message = _controller.GetMessage();
            if (message == null)
            {
                return false;
            }

            _state = CanBusState.ErrorActive;
            _receivedCount++;
            byte[] bytes = message.Message;
            int length = bytes == null ? 0 : bytes.Length;
            bool isRemote = message.FrameType == CanMessageFrameType.RemoteRequest;
            frame.Begin(message.Id, length, message.IdentifierType == CanMessageIdType.EID, isRemote);
            for (int index = 0; index < frame.Length && !isRemote; index++)
            {
                frame.PutU8(index, bytes[index]);
            }

            return true;
        }

        // An exception costs heap, which the pause after it bounds.
        private SendResult Write(CanMessage message)
        {
            try
            {
                _controller.WriteMessage(message);
                return SendResult.Accepted;
            }
            catch (TimeoutException)
            {
                return SendResult.NoRoom;
            }
            catch (InvalidOperationException)
            {
                return SendResult.BusOff;
            }
        }

        // One message for each length: the length of its array is the length of the frame.
        private CanMessage MessageFor(CanFrame frame)
        {
            CanMessage message = _messages[frame.Length];
            message.Id = frame.Id;
            message.IdentifierType = frame.IsExtended ? CanMessageIdType.EID : CanMessageIdType.SID;
            message.FrameType = frame.IsRemote ? CanMessageFrameType.RemoteRequest : CanMessageFrameType.Data;
            byte[] bytes = message.Message;
            for (int index = 0; index < bytes.Length; index++)
            {
                bytes[index] = frame.Data[index];
            }

            return message;
        }

        // Without a handler the firmware receives nothing; the frames are fetched by TryReceive.
        private static void OnMessageReceived(object sender, CanMessageReceivedEventArgs e)
        {
        }
    }
}
#endif
