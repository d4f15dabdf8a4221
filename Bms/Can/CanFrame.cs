using System.Runtime.CompilerServices;

namespace BatterySim.Bms.Can
{
    /// <summary>One classic CAN frame: identifier, kind and up to eight data bytes, in a buffer that is reused.</summary>
    /// <remarks>Multi-byte values are little endian, as every document of the Pylontech family has them.</remarks>
    public sealed class CanFrame
    {
        /// <summary>Most data bytes that a classic CAN frame carries.</summary>
        public const int DataLengthMax = 8;

        /// <summary>Highest identifier of a standard (11-bit) frame.</summary>
        public const uint StandardIdMax = 0x7FF;

        /// <summary>Highest identifier of an extended (29-bit) frame.</summary>
        public const uint ExtendedIdMax = 0x1FFFFFFF;

        private readonly byte[] _data = new byte[DataLengthMax];
        private uint _id;
        private int _length;
        private bool _isExtended;
        private bool _isRemote;

        /// <summary>Identifier, 0 to 0x7FF, or to 0x1FFFFFFF where <see cref="IsExtended"/>.</summary>
        public uint Id { get { return _id; } }

        /// <summary>Number of data bytes, 0 to 8.</summary>
        public int Length { get { return _length; } }

        /// <summary>True for a 29-bit identifier. A 29-bit 0x351 is another frame than an 11-bit 0x351.</summary>
        public bool IsExtended { get { return _isExtended; } }

        /// <summary>True for a remote frame: it carries a length and no data.</summary>
        public bool IsRemote { get { return _isRemote; } }

        /// <summary>The data bytes; those from <see cref="Length"/> on are 0. Owned by the frame, valid until it is begun again.</summary>
        public byte[] Data { get { return _data; } }

        /// <summary>Starts a standard data frame with all bytes 0.</summary>
        /// <param name="id">0 to 0x7FF.</param>
        /// <param name="length">0 to 8 bytes.</param>
        public void Begin(uint id, int length)
        {
            Begin(id, length, false, false);
        }

        /// <summary>Starts a frame of any kind with all bytes 0. What lies outside the ranges is cut to them.</summary>
        /// <param name="id">0 to 0x7FF, or to 0x1FFFFFFF if <paramref name="isExtended"/>.</param>
        /// <param name="length">0 to 8 bytes.</param>
        /// <param name="isExtended">True for a 29-bit identifier.</param>
        /// <param name="isRemote">True for a remote frame.</param>
        public void Begin(uint id, int length, bool isExtended, bool isRemote)
        {
            byte[] data = _data;
            data[7] = 0;
            data[6] = 0;
            data[5] = 0;
            data[4] = 0;
            data[3] = 0;
            data[2] = 0;
            data[1] = 0;
            data[0] = 0;
            _id = id & (isExtended ? ExtendedIdMax : StandardIdMax);
            _length = length < 0 ? 0 : length > DataLengthMax ? DataLengthMax : length;
            _isExtended = isExtended;
            _isRemote = isRemote;
        }

        /// <summary>Cuts or zero-extends the data to another length.</summary>
        /// <param name="length">0 to 8 bytes.</param>
        public void SetLength(int length)
        {
            int kept = length < 0 ? 0 : length > DataLengthMax ? DataLengthMax : length;
            for (int index = kept; index < _length; index++)
            {
                _data[index] = 0;
            }

            _length = kept;
        }

        /// <summary>Makes this frame equal to another one.</summary>
        [MethodImpl(Inline.Always)]
        public void CopyFrom(CanFrame other)
        {
            // Written out: frames are copied seven times a second and the interpreter pays for every turn of a loop. From the end, since a
            // compiler that has seen the last index to be inside need not look at the others.
            byte[] from = other._data;
            byte[] to = _data;
            to[7] = from[7];
            to[6] = from[6];
            to[5] = from[5];
            to[4] = from[4];
            to[3] = from[3];
            to[2] = from[2];
            to[1] = from[1];
            to[0] = from[0];
            _id = other._id;
            _length = other._length;
            _isExtended = other._isExtended;
            _isRemote = other._isRemote;
        }

        /// <summary>Writes an unsigned byte; only the low eight bits of <paramref name="value"/> are taken.</summary>
        public void PutU8(int offset, int value)
        {
            _data[offset] = (byte)(value & 0xFF);
        }

        /// <summary>Writes the low 16 bits of <paramref name="value"/>, least significant byte first. The caller clamps beforehand.</summary>
        public void PutU16(int offset, int value)
        {
            _data[offset] = (byte)(value & 0xFF);
            _data[offset + 1] = (byte)((value >> 8) & 0xFF);
        }

        /// <summary>Writes a two's complement 16-bit value, least significant byte first. The caller clamps beforehand.</summary>
        public void PutS16(int offset, int value)
        {
            PutU16(offset, value);
        }

        /// <summary>Reads an unsigned 16-bit value.</summary>
        public int GetU16(int offset)
        {
            return _data[offset] | (_data[offset + 1] << 8);
        }

        /// <summary>Reads a two's complement 16-bit value.</summary>
        public int GetS16(int offset)
        {
            int raw = GetU16(offset);
            return raw < 0x8000 ? raw : raw - 0x10000;
        }
    }
}
