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
                return TakeFirst(out frame);
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

                return TakeFirst(out frame);
            }
        }

        /// <summary>Throws away what waits: it is stale.</summary>
        public void Clear()
        {
            lock (_lock)
            {
                _count = 0;
            }
        }

        /// <summary>Lets nothing in any more and ends every wait.</summary>
        public void Close()
        {
            lock (_lock)
            {
                _isClosed = true;
                _count = 0;
                Monitor.PulseAll(_lock);
            }
        }

        private bool TakeFirst(out PortFrame frame)
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
