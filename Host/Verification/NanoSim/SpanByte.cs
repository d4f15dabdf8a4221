namespace System
{
    /// <summary>A part of a byte array: nanoFramework's stand-in for Span&lt;byte&gt;.</summary>
    public readonly struct SpanByte
    {
        private readonly byte[] _array;
        private readonly int _start;

        /// <summary>Takes a part of an array.</summary>
        public SpanByte(byte[] array, int start, int length)
        {
            ArgumentNullException.ThrowIfNull(array);
            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, array.Length - start);
            _array = array;
            _start = start;
            Length = length;
        }

        /// <summary>Number of bytes.</summary>
        public int Length { get; }

        /// <summary>The bytes as the desktop has them.</summary>
        public Span<byte> AsSpan() => _array.AsSpan(_start, Length);
    }
}
