using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>What went through a port and what was lost in it; written by its threads, readable from any.</summary>
    public sealed class PortCounters
    {
        private long _received;
        private long _sent;
        private long _receiveDropped;
        private long _sendDropped;
        private long _refused;
        private long _malformed;
        private long _opened;

        /// <summary>Frames that came in.</summary>
        public long Received => Interlocked.Read(ref _received);

        /// <summary>Frames handed to the other side.</summary>
        public long Sent => Interlocked.Read(ref _sent);

        /// <summary>Frames that came in while the receive queue was full, and are lost.</summary>
        public long ReceiveDropped => Interlocked.Read(ref _receiveDropped);

        /// <summary>Frames that could not be handed over, because the other side was missing or too slow or has no words for them.</summary>
        public long SendDropped => Interlocked.Read(ref _sendDropped);

        /// <summary>Frames that the other side took and answered with an error; they are not among those sent.</summary>
        public long Refused => Interlocked.Read(ref _refused);

        /// <summary>Messages of the other side that made no sense.</summary>
        public long Malformed => Interlocked.Read(ref _malformed);

        /// <summary>How often the other side was there: 1 for a port that was never interrupted.</summary>
        public long Opened => Interlocked.Read(ref _opened);

        internal void CountReceived() => Interlocked.Increment(ref _received);

        internal void CountSent() => Interlocked.Increment(ref _sent);

        internal void CountReceiveDropped() => Interlocked.Increment(ref _receiveDropped);

        internal void CountSendDropped(int frames = 1) => Interlocked.Add(ref _sendDropped, frames);

        /// <summary>A frame that was booked as sent came back as refused: it counts in one column.</summary>
        internal void MoveSentToRefused()
        {
            Interlocked.Decrement(ref _sent);
            Interlocked.Increment(ref _refused);
        }

        internal void CountMalformed() => Interlocked.Increment(ref _malformed);

        internal void CountOpened() => Interlocked.Increment(ref _opened);
    }
}
