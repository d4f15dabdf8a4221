using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Inverter
{
    /// <summary>The 0x305 that are still to be sent, each at its own time.</summary>
    internal sealed class ReplyQueue
    {
        // More than the 0x356 that a bus can carry within a usual delay; what does not fit is not answered.
        private const int Capacity = 64;

        private readonly CanFrame _reply = new();
        private readonly long[] _dueMilliseconds = new long[Capacity];
        private readonly ICanBus _bus;
        private int _first;
        private int _count;

        public ReplyQueue(ICanBus bus)
        {
            _bus = bus;
            _reply.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
        }

        public long SentCount { get; private set; }

        public long NextEventMilliseconds => _count == 0 ? long.MaxValue : _dueMilliseconds[_first];

        public void Clear() => _count = 0;

        public void Add(long dueMilliseconds)
        {
            if (_count == Capacity)
            {
                return;
            }

            _dueMilliseconds[(_first + _count) % Capacity] = dueMilliseconds;
            _count++;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long nowMilliseconds)
        {
            while (NextEventMilliseconds <= nowMilliseconds)
            {
                _first = (_first + 1) % Capacity;
                _count--;
                SendNow();
            }
        }

        public void SendNow()
        {
            if (_bus.Send(_reply) == SendResult.Accepted)
            {
                SentCount++;
            }
        }
    }
}
