using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A bounded first-in first-out queue between threads. What does not fit is refused, never waited for.</summary>
    internal sealed class PortFrameQueue
    {
        private readonly object _lock = new();
        private readonly PortFrame[] _frames;
        private int _first;
        private int _count;
        private bool _isClosed;

        public PortFrameQueue(int capacity)
        {
            _frames = new PortFrame[capacity];
        }

        public bool TryAdd(in PortFrame frame)
        {
            lock (_lock)
            {
                if (_isClosed || _count == _frames.Length)
                {
                    return false;
                }

                _frames[(_first + _count) % _frames.Length] = frame;
                _count++;
                Monitor.Pulse(_lock);
                return true;
            }
        }

        /// <summary>Takes the oldest frame; false at once if there is none.</summary>
        public bool TryTake(out PortFrame frame)
        {
            lock (_lock)
            {
                return ConsumeFirst(out frame);
            }
        }

        /// <summary>Takes the oldest frame, waiting for one; false once the queue is closed.</summary>
        public bool WaitTake(out PortFrame frame)
        {
            lock (_lock)
            {
                while (_count == 0 && !_isClosed)
                {
                    Monitor.Wait(_lock);
                }

                return ConsumeFirst(out frame);
            }
        }

        /// <summary>Throws away what waits: it is stale.</summary>
        /// <returns>How many frames that were, for the caller to count.</returns>
        public int Clear()
        {
            lock (_lock)
            {
                int count = _count;
                _count = 0;
                return count;
            }
        }

        /// <summary>Lets nothing in any more and ends every wait.</summary>
        /// <returns>How many frames were thrown away, for the caller to count.</returns>
        public int Close()
        {
            lock (_lock)
            {
                _isClosed = true;
                Monitor.PulseAll(_lock);
                int count = _count;
                _count = 0;
                return count;
            }
        }

        private bool ConsumeFirst(out PortFrame frame)
        {
            frame = default;
            if (_count == 0)
            {
                return false;
            }

            frame = _frames[_first];
            _first = (_first + 1) % _frames.Length;
            _count--;
            return true;
        }
    }
}
