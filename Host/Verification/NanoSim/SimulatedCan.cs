using System;
using System.Collections.Generic;
using nanoFramework.Device.Can;

namespace BatterySim.Host.Verification.NanoSim
{
    /// <summary>A CAN controller inside the processor, with the habits of the firmware's native code.</summary>
    public sealed class SimulatedCan
    {
        /// <summary>Frames that can wait for sending on an ESP32.</summary>
        public const int QueueLength = 16;

        /// <summary>Mailboxes for sending on an STM32.</summary>
        public const int MailboxCount = 3;

        /// <summary>Time for which the firmware waits for a free mailbox before it drops a frame, ms.</summary>
        public const int MailboxWaitMilliseconds = 100;

        private readonly Queue<CanMessage> _received = new();
        private int _handlerCount;
        private int _pendingCount;

        /// <summary>Frames that went out, as the wire had them.</summary>
        public IList<CanMessage> Sent { get; } = [];

        /// <summary>True while somebody on the bus acknowledges.</summary>
        public bool IsAcknowledged { get; set; } = true;

        /// <summary>True for an ESP32: no call waits, what cannot be sent is an exception, and received frames keep their length.</summary>
        public bool IsEsp32 { get; set; }

        /// <summary>True while the controller is off the bus; an ESP32 tells.</summary>
        public bool IsBusOff { get; set; }

        /// <summary>Is told how long a call kept the board waiting, ms.</summary>
        public Action<int>? Waited { get; set; }

        /// <summary>The fields that the board wrote to the timing register.</summary>
        public CanSettings? Settings { get; internal set; }

        /// <summary>A frame arrives. On an STM32 it is lost unless a handler is attached, and always takes up eight bytes.</summary>
        public void Arrive(uint id, CanMessageIdType identifierType, CanMessageFrameType frameType, params byte[] data)
        {
            ArgumentNullException.ThrowIfNull(data);
            if (_handlerCount == 0 && !IsEsp32)
            {
                return;
            }

            byte[] bytes = new byte[IsEsp32 ? data.Length : 8];
            data.CopyTo(bytes, 0);
            _received.Enqueue(new CanMessage(id, identifierType, frameType, bytes));
        }

        internal void OnHandlers(int change) => _handlerCount += change;

        internal void Write(CanMessage message)
        {
            if (message.Message.Length > 8)
            {
                throw new ArgumentOutOfRangeException(nameof(message));
            }

            if (IsEsp32 && IsBusOff)
            {
                throw new InvalidOperationException();
            }

            _pendingCount = IsAcknowledged ? 0 : _pendingCount;
            if (IsEsp32 && _pendingCount == QueueLength)
            {
                throw new TimeoutException();
            }

            if (_pendingCount == MailboxCount && !IsEsp32)
            {
                Waited?.Invoke(MailboxWaitMilliseconds);
                return;
            }

            _pendingCount += IsAcknowledged ? 0 : 1;
            Sent.Add(new CanMessage(message.Id, message.IdentifierType, message.FrameType, (byte[])message.Message.Clone()));
        }

        internal CanMessage? Take() => _received.TryDequeue(out CanMessage? message) ? message : null;
    }
}
