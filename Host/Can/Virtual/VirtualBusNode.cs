using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>One controller on a <see cref="VirtualBus"/>.</summary>
    /// <remarks>Sends first in, first out: like a driver that keeps its mailboxes in order, it never lets a later frame overtake.</remarks>
    public sealed class VirtualBusNode : ICanBus, ICanBusCounters, ICanBusDelivery
    {
        private const int TransmitErrorStep = 8;
        private const int WarningAt = 96;
        private const int PassiveAt = 128;

        // From the acknowledge slot, where the error is seen: 6 bits error flag, 8 delimiter, 3 interframe in place of the
        // acknowledge delimiter, the end of frame and the interframe space (11 bits). A passive node then waits 8 more.
        private const int AttemptExtraBits = 6 + 8 + 3 - 11;
        private const int SuspendBits = 8;

        private readonly VirtualBus _bus;
        private readonly Dictionary<uint, int> _acknowledgedExtended = [];
        private readonly FrameBitsMemory _bits = new();
        private int[] _acknowledged = [];
        private int _transmitErrorCount;
        private long _attemptMicroseconds;

        internal VirtualBusNode(VirtualBus bus, string name, int transmitCapacity, int receiveCapacity)
        {
            IsListening = receiveCapacity > 0;
            _bus = bus;
            Name = name;
            Outbox = new FrameRing(transmitCapacity);
            Inbox = new FrameRing(receiveCapacity);
        }

        /// <summary>What the node is called in logs.</summary>
        public string Name { get; }

        /// <summary>True while the node is plugged in.</summary>
        public bool IsConnected { get; internal set; }

        /// <summary>Frames sent and acknowledged.</summary>
        public long SentCount { get; private set; }

        /// <summary>Frames that came in while the receive queue was full, and are lost.</summary>
        public long OverrunCount { get; private set; }

        /// <summary>Frames that wait to be sent.</summary>
        public int PendingCount => Outbox.Count;

        /// <summary>Transmit error counter (ISO 11898-1). Without an acknowledge it stops where the node becomes error-passive.</summary>
        public int TransmitErrorCount
        {
            get
            {
                SettleAttempts(out int errors);
                return errors;
            }
        }

        /// <summary>Receive error counter: always 0, since every frame on this bus is received whole.</summary>
        public int ReceiveErrorCount => 0;

        /// <inheritdoc/>
        public CanBusState State
        {
            get
            {
                int errors = TransmitErrorCount;
                return errors >= PassiveAt ? CanBusState.ErrorPassive : errors >= WarningAt ? CanBusState.ErrorWarning : CanBusState.ErrorActive;
            }
        }

        /// <summary>False for a node that acknowledges and keeps nothing.</summary>
        internal bool IsListening { get; }

        /// <summary>Bits of the frame that is next, interframe space included.</summary>
        internal int HeadBits { get; private set; }

        /// <summary>Arbitration rank of the frame that is next.</summary>
        internal uint HeadRank { get; private set; }

        internal FrameRing Outbox { get; }

        internal FrameRing Inbox { get; }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public SendResult Send(CanFrame frame)
        {
            if (!Outbox.TryAdd(frame))
            {
                return SendResult.NoRoom;
            }

            if (Outbox.Count == 1)
            {
                _bus.OnWaiting(1);
                RecordHead();
                _bus.OnNewHead(this);
            }

            return SendResult.Accepted;
        }

        /// <summary>True if a received frame waits.</summary>
        public bool HasReceived => Inbox.Count > 0;

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            if (Inbox.Count == 0)
            {
                return false;
            }

            frame.CopyFrom(Inbox.RemoveFirst());
            return true;
        }

        /// <summary>Takes out the frame received first, without a copy: it is valid until the next one is taken out. One must wait.</summary>
        public CanFrame ConsumeReceived() => Inbox.RemoveFirst();

        /// <summary>True while nobody else is plugged in, so that nobody acknowledges.</summary>
        public bool IsAlone => _bus.IsAlone(this);

        /// <summary>Takes the frame that is next back, unless it is on the wire at this moment.</summary>
        public bool TryWithdraw() => _bus.TryWithdraw(this);

        /// <summary>Counts errors that a controller has seen on its own wires, of which the bus knows nothing.</summary>
        public void AddTransmitErrors(int count)
        {
            _transmitErrorCount += count;
        }

        /// <summary>Sets the transmit error counter to 0, as a controller does when it is set up anew. Nothing may be pending.</summary>
        public void ClearErrors()
        {
            _transmitErrorCount = 0;
        }

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id) => id < _acknowledged.Length ? _acknowledged[id] : _acknowledgedExtended.GetValueOrDefault(id);

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id) => 0;

        /// <summary>Takes out the frame that was acknowledged; it is valid until the next one is.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal CanFrame ConsumeSent()
        {
            CanFrame sent = Outbox.RemoveFirst();
            CountAcknowledged(sent.Id);
            FindHead();
            SentCount++;
            if (_transmitErrorCount > 0)
            {
                _transmitErrorCount--;
            }

            return sent;
        }

        // By number where there are few of them: frames of a bank are counted eight times a simulated second.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void CountAcknowledged(uint id)
        {
            if (id > CanFrame.StandardIdMax)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_acknowledgedExtended, id, out _)++;
                return;
            }

            if (_acknowledged.Length == 0)
            {
                _acknowledged = new int[CanFrame.StandardIdMax + 1];
            }

            _acknowledged[id]++;
        }

        internal void DropHead()
        {
            Outbox.RemoveFirst();
            FindHead();
        }

        private void FindHead()
        {
            if (Outbox.Count > 0)
            {
                RecordHead();
            }
            else
            {
                _bus.OnWaiting(-1);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void OnReceived(CanFrame frame)
        {
            if (IsListening && !Inbox.TryAdd(frame))
            {
                OverrunCount++;
            }
        }

        /// <summary>From now on nobody acknowledges: the first attempt starts at <paramref name="microseconds"/>.</summary>
        internal void BeginLoneAttempts(long microseconds)
        {
            _attemptMicroseconds = microseconds;
        }

        /// <summary>Somebody acknowledges again: fixes the error counter and gives the time at which the attempt under way has failed.</summary>
        internal long EndLoneAttempts()
        {
            long next = SettleAttempts(out int errors);
            bool isAttemptUnderWay = next > _bus.NowMicroseconds && _bus.NowMicroseconds > _attemptMicroseconds;
            _transmitErrorCount = isAttemptUnderWay && errors < PassiveAt ? errors + TransmitErrorStep : errors;
            return next;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void RecordHead()
        {
            HeadBits = _bits.Count(Outbox.First);
            HeadRank = FrameBits.ArbitrationRank(Outbox.First);
        }

        // Every attempt fails alike, so they are counted and not simulated: a lone node costs nothing, however long it is alone.
        private long SettleAttempts(out int errors)
        {
            errors = _transmitErrorCount;
            if (Outbox.Count == 0 || !_bus.IsAlone(this))
            {
                return _bus.NowMicroseconds;
            }

            long activeLength = (HeadBits + AttemptExtraBits) * VirtualBus.BitMicroseconds;
            long toPassive = errors >= PassiveAt ? 0 : (PassiveAt - errors + TransmitErrorStep - 1) / TransmitErrorStep;
            long elapsed = _bus.NowMicroseconds - _attemptMicroseconds;
            if (elapsed < 0)
            {
                return _attemptMicroseconds;
            }

            long failed = elapsed / activeLength;
            if (failed < toPassive)
            {
                errors += TransmitErrorStep * (int)failed;
                long boundary = _attemptMicroseconds + (failed * activeLength);
                return boundary == _bus.NowMicroseconds ? boundary : boundary + activeLength;
            }

            errors += TransmitErrorStep * (int)toPassive;
            long passiveLength = activeLength + (SuspendBits * VirtualBus.BitMicroseconds);
            long passiveElapsed = elapsed - (toPassive * activeLength);
            long attempts = (passiveElapsed + passiveLength - 1) / passiveLength;
            return _attemptMicroseconds + (toPassive * activeLength) + (attempts * passiveLength);
        }
    }
}
