using BatterySim.Hardware;

namespace BatterySim.Tests.Hardware
{
    /// <summary>A serial line: what a test types goes in, what the firmware says is kept.</summary>
    public sealed class FakeLine : ISerialLine
    {
        private byte[] _typed = new byte[0];
        private int _next;
        private string _said = "";

        /// <summary>Most bytes that were written in one call.</summary>
        public int LargestWrite;

        /// <summary>Everything said so far.</summary>
        public string Said { get { return _said; } }

        /// <summary>Types characters.</summary>
        public void Type(string text)
        {
            byte[] left = new byte[_typed.Length - _next + text.Length];
            System.Array.Copy(_typed, _next, left, 0, _typed.Length - _next);
            byte[] bytes = Ascii.BytesOf(text);
            System.Array.Copy(bytes, 0, left, _typed.Length - _next, bytes.Length);
            _typed = left;
            _next = 0;
        }

        /// <summary>Forgets what was said.</summary>
        public void Forget()
        {
            _said = "";
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer)
        {
            int count = 0;
            while (count < buffer.Length && _next < _typed.Length)
            {
                buffer[count] = _typed[_next];
                count++;
                _next++;
            }

            return count;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            LargestWrite = count > LargestWrite ? count : LargestWrite;
            _said += Ascii.TextOf(buffer, offset, count);
        }
    }
}
