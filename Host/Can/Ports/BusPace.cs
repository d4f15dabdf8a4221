using System;
using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Makes clients of a served port share the time of one bus, as its bit rate has it: a faster sender waits, as at a real one.</summary>
    /// <remarks>
    /// Without it a client that floods would put a hundred times on the bus what fits there, and the bank's own frames would drown in the queues
    /// of the others. A fifth of the bus is left for frames from elsewhere.
    /// </remarks>
    internal sealed class BusPace
    {
        private const double ShareOfClients = 0.8;
        private const int FrameBits = 47;
        private const int ExtendedBits = 20;
        private const int BitsPerByte = 8;

        /// <summary>What may come in one piece before anybody waits.</summary>
        private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(50);

        private readonly Lock _lock = new();
        private readonly TimeProvider _clock;
        private readonly long _start;
        private TimeSpan _freeAt;

        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public BusPace(TimeProvider? clock = null)
        {
            _clock = clock ?? TimeProvider.System;
            _start = _clock.GetTimestamp();
        }

        /// <summary>Books a frame.</summary>
        /// <returns>How long its sender has to wait before it sends another.</returns>
        public TimeSpan Book(in PortFrame frame)
        {
            int bits = FrameBits + (frame.IsExtended ? ExtendedBits : 0) + (frame.IsRemote ? 0 : BitsPerByte * frame.Length);
            lock (_lock)
            {
                TimeSpan now = _clock.GetElapsedTime(_start);
                _freeAt = (_freeAt > now ? _freeAt : now) + TimeSpan.FromSeconds(bits / (CanPortUrl.BusBitRate * ShareOfClients));
                return _freeAt - now > Burst ? _freeAt - now - (Burst / 2) : TimeSpan.Zero;
            }
        }
    }
}
