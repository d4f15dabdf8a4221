using System;
using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>A CAN bus at 500 kbit/s inside the process, in simulated time.</summary>
    /// <remarks>
    /// Frames handed in before the bus is free, and those handed in at the very microsecond at which it becomes free, compete: the lowest
    /// <see cref="FrameBits.ArbitrationRank"/> goes first; of two equal ones that of the node attached first, where a real bus would see an
    /// error. A frame reaches every other node at the end of its end of frame; the bus is free three bits later.
    /// A node that is alone gets no acknowledge: it keeps its frame and tries again until somebody else is there.
    /// After construction nothing is allocated but by <see cref="Attach"/>.
    /// </remarks>
    public sealed class VirtualBus
    {
        /// <summary>Time of one bit, us.</summary>
        public const int BitMicroseconds = 2;

        /// <summary>Frames that a node's transmit queue holds unless told otherwise.</summary>
        public const int DefaultTransmitCapacity = 16;

        /// <summary>Frames that a node's receive queue holds unless told otherwise.</summary>
        public const int DefaultReceiveCapacity = 256;

        private const int MicrosecondsPerMillisecond = 1000;

        // Error flag, error delimiter and interframe space after a node was unplugged in the middle of its frame.
        private const int AbortBits = 6 + 8 + FrameBits.Interframe;

        private VirtualBusNode[] _nodes = [];
        private VirtualBusNode? _sender;
        private int _connectedCount;
        private int _waitingCount;
        private long _startMicroseconds;
        private long _endMicroseconds = long.MaxValue;
        private long _freeMicroseconds;

        /// <summary>Called for every completed frame, after it was put into the receive queues.</summary>
        public event CanFrameObserver? FrameCompleted;

        /// <summary>Simulated time, us.</summary>
        public long NowMicroseconds { get; private set; }

        /// <summary>Time at which the next frame is completed, us; <see cref="long.MaxValue"/> if none is on its way.</summary>
        public long NextEventMicroseconds => _endMicroseconds;

        /// <summary>The millisecond at whose end the next frame is delivered; <see cref="long.MaxValue"/> if none is on its way.</summary>
        public long NextEventMilliseconds { get; private set; } = long.MaxValue;

        /// <summary>Frames completed.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Time taken up by completed frames, interframe space included, us.</summary>
        public long BusyMicroseconds { get; private set; }

        /// <summary>Plugs in a new node.</summary>
        /// <param name="name">What it is called in logs.</param>
        /// <param name="transmitCapacity">Frames that it holds before <see cref="SendResult.NoRoom"/>, 1 or more.</param>
        /// <param name="receiveCapacity">Frames that it holds until they are fetched; 0 for a node that acknowledges and keeps nothing.</param>
        public VirtualBusNode Attach(
            string name, int transmitCapacity = DefaultTransmitCapacity, int receiveCapacity = DefaultReceiveCapacity)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(transmitCapacity, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(receiveCapacity);
            var node = new VirtualBusNode(this, name, transmitCapacity, receiveCapacity);
            Array.Resize(ref _nodes, _nodes.Length + 1);
            _nodes[^1] = node;
            Connect(node);
            return node;
        }

        /// <summary>Plugs a node in again. What waits in it is sent.</summary>
        public void Connect(VirtualBusNode node)
        {
            if (node.IsConnected)
            {
                return;
            }

            node.EndLoneAttempts();
            if (_connectedCount == 1)
            {
                // A newcomer does not acknowledge a frame that was under way before it came.
                VirtualBusNode lone = LoneNode();
                _freeMicroseconds = Math.Max(_freeMicroseconds, lone.EndLoneAttempts());
            }

            node.IsConnected = true;
            _connectedCount++;
            if (_connectedCount == 1 && node.PendingCount > 0)
            {
                node.BeginLoneAttempts(NowMicroseconds);
            }

            Arbitrate();
        }

        /// <summary>Pulls a node's plug. A frame that it was sending is cut off and waits in it.</summary>
        public void Disconnect(VirtualBusNode node)
        {
            if (!node.IsConnected)
            {
                return;
            }

            bool wasSending = node == _sender && NowMicroseconds > _startMicroseconds;
            if (_connectedCount > 1)
            {
                node.BeginLoneAttempts(wasSending ? _startMicroseconds : NowMicroseconds);
            }

            node.IsConnected = false;
            _connectedCount--;
            if (wasSending)
            {
                _freeMicroseconds = NowMicroseconds + (AbortBits * BitMicroseconds);
                Cancel();
            }

            if (_connectedCount == 1)
            {
                VirtualBusNode lone = LoneNode();
                bool isSending = lone == _sender && NowMicroseconds > _startMicroseconds;
                lone.BeginLoneAttempts(isSending ? _startMicroseconds : Math.Max(NowMicroseconds, _freeMicroseconds));
                Cancel();
            }

            Arbitrate();
        }

        /// <summary>Lets time pass and completes what is completed in it, up to and including its end.</summary>
        /// <param name="microseconds">Simulated time, not before <see cref="NowMicroseconds"/>.</param>
        public void AdvanceTo(long microseconds)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(microseconds, NowMicroseconds);
            if (_endMicroseconds <= microseconds)
            {
                CompleteUntil(microseconds);
            }

            NowMicroseconds = microseconds;
        }

        private void CompleteUntil(long microseconds)
        {
            while (_endMicroseconds <= microseconds)
            {
                NowMicroseconds = _endMicroseconds;
                Complete();
            }
        }

        /// <summary>Lets the others receive a frame that has had its bit time on a bus outside: no arbitration.</summary>
        /// <param name="from">The node through which it comes, which does not receive it.</param>
        /// <param name="frame">The frame.</param>
        public void Inject(VirtualBusNode from, CanFrame frame)
        {
            FrameCount++;
            foreach (VirtualBusNode node in _nodes)
            {
                if (node != from && node.IsConnected)
                {
                    node.OnReceived(frame);
                }
            }

            FrameCompleted?.Invoke(NowMicroseconds, from, frame);
        }

        internal bool TryWithdraw(VirtualBusNode node)
        {
            if (node.PendingCount == 0 || (node == _sender && NowMicroseconds > _startMicroseconds))
            {
                return false;
            }

            // A lone node's attempt under way fails first; the bus is free after its error.
            if (node.IsConnected && _connectedCount == 1)
            {
                _freeMicroseconds = Math.Max(_freeMicroseconds, node.EndLoneAttempts());
            }

            node.DropHead();
            if (node.PendingCount > 0 && IsAlone(node))
            {
                node.BeginLoneAttempts(Math.Max(NowMicroseconds, node.IsConnected ? _freeMicroseconds : 0));
            }

            Arbitrate();
            return true;
        }

        // Nodes with something to send, plugged in or not.
        internal void OnWaiting(int change) => _waitingCount += change;

        internal bool IsAlone(VirtualBusNode node) => !node.IsConnected || _connectedCount == 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void OnNewHead(VirtualBusNode node)
        {
            if (IsAlone(node))
            {
                node.BeginLoneAttempts(Math.Max(NowMicroseconds, node.IsConnected ? _freeMicroseconds : 0));
            }
            else
            {
                Arbitrate();
            }
        }

        // Who is sending is settled once time has passed the start; until then a newcomer may still win.
        private void Arbitrate()
        {
            if (_connectedCount < 2 || (_sender != null && NowMicroseconds > _startMicroseconds))
            {
                return;
            }

            if (_waitingCount == 0)
            {
                Cancel();
                return;
            }

            VirtualBusNode? winner = null;
            foreach (VirtualBusNode node in _nodes)
            {
                if (node.IsConnected && node.PendingCount > 0 && (winner == null || node.HeadRank < winner.HeadRank))
                {
                    winner = node;
                }
            }

            if (winner == null)
            {
                Cancel();
                return;
            }

            _sender = winner;
            _startMicroseconds = Math.Max(NowMicroseconds, _freeMicroseconds);
            _endMicroseconds = _startMicroseconds + ((winner.HeadBits - FrameBits.Interframe) * BitMicroseconds);
            NextEventMilliseconds = (_endMicroseconds + MicrosecondsPerMillisecond - 1) / MicrosecondsPerMillisecond;
        }

        private void Cancel()
        {
            _sender = null;
            _endMicroseconds = long.MaxValue;
            NextEventMilliseconds = long.MaxValue;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Complete()
        {
            VirtualBusNode sender = _sender!;
            BusyMicroseconds += sender.HeadBits * BitMicroseconds;
            FrameCount++;
            _freeMicroseconds = _endMicroseconds + (FrameBits.Interframe * BitMicroseconds);
            Cancel();
            CanFrame completed = sender.ConsumeSent();
            Arbitrate();

            foreach (VirtualBusNode node in _nodes)
            {
                if (node != sender && node.IsConnected)
                {
                    node.OnReceived(completed);
                }
            }

            FrameCompleted?.Invoke(NowMicroseconds, sender, completed);
        }

        private VirtualBusNode LoneNode()
        {
            foreach (VirtualBusNode node in _nodes)
            {
                if (node.IsConnected)
                {
                    return node;
                }
            }

            throw new InvalidOperationException("no node is connected");
        }
    }
}
