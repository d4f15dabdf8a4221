using System;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Collects one message of bounded length out of pieces; a longer one is swallowed to its end.</summary>
    internal sealed class LineBuffer
    {
        private readonly byte[] _bytes;
        private int _count;

        public LineBuffer(int capacity)
        {
            _bytes = new byte[capacity];
        }

        /// <summary>True if bytes of this message did not fit and were lost.</summary>
        public bool IsOverlong { get; private set; }

        /// <summary>What was collected.</summary>
        public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

        public void Add(byte value)
        {
            if (_count < _bytes.Length)
            {
                _bytes[_count++] = value;
            }
            else
            {
                IsOverlong = true;
            }
        }

        public void Clear()
        {
            _count = 0;
            IsOverlong = false;
        }
    }
}
