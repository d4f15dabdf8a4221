using System;
using System.Collections.Generic;
using BatterySim.Host.DeviceCan;
using nanoFramework.Device.Can;

namespace BatterySim.Host.Verification.NanoSim
{
    /// <summary>A CAN controller inside an STM32, with the habits of that firmware's native code.</summary>
    public sealed class SimulatedCan : IDeviceCanNative
    {
        /// <summary>Mailboxes for sending.</summary>
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

        /// <summary>Is told how long a call kept the board waiting, ms.</summary>
        public Action<int>? Waited { get; set; }

        /// <summary>The fields that the board wrote to the timing register.</summary>
        public CanSettings? Settings { get; private set; }

        /// <summary>A frame arrives. It is lost unless a handler is attached, and always takes up eight bytes.</summary>
        public void Arrive(uint id, CanMessageIdType identifierType, CanMessageFrameType frameType, params byte[] data)
        {
            ArgumentNullException.ThrowIfNull(data);
            if (_handlerCount == 0)
            {
                return;
            }

            byte[] bytes = new byte[8];
            data.CopyTo(bytes, 0);
            _received.Enqueue(new CanMessage(id, identifierType, frameType, bytes));
        }

        /// <inheritdoc/>
        public void Open(CanSettings settings) => Settings = settings;

        /// <inheritdoc/>
        public void Close() => _received.Clear();

        /// <inheritdoc/>
        public void OnHandlersChanged(int change) => _handlerCount += change;

        /// <inheritdoc/>
        public void Write(CanMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            if (message.Message.Length > 8)
            {
                throw new ArgumentOutOfRangeException(nameof(message));
            }

            _pendingCount = IsAcknowledged ? 0 : _pendingCount;
            if (_pendingCount == MailboxCount)
            {
                Waited?.Invoke(MailboxWaitMilliseconds);
                return;
            }

            _pendingCount += IsAcknowledged ? 0 : 1;
            Sent.Add(new CanMessage(message.Id, message.IdentifierType, message.FrameType, (byte[])message.Message.Clone()));
        }

        /// <inheritdoc/>
        public CanMessage? Take() => _received.TryDequeue(out CanMessage? message) ? message : null;
    }
}
