using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports.SocketCan
{
    /// <summary>The kernel's picture of a classic frame (linux/can.h, struct can_frame): identifier and flags, length, three bytes, data.</summary>
    internal static class SocketCanFrame
    {
        /// <summary>Bytes of the struct.</summary>
        public const int Length = 16;

        /// <summary>Set for a 29-bit identifier.</summary>
        public const uint ExtendedFlag = 0x80000000;

        /// <summary>Set for a remote frame.</summary>
        public const uint RemoteFlag = 0x40000000;

        /// <summary>Set for a report about the bus that is not a frame.</summary>
        public const uint ErrorFlag = 0x20000000;

        private const int LengthOffset = 4;
        private const int DataOffset = 8;

        /// <summary>Identifier and flags as the kernel joins them.</summary>
        public static uint IdOf(in PortFrame frame)
        {
            return frame.Id | (frame.IsExtended ? ExtendedFlag : 0) | (frame.IsRemote ? RemoteFlag : 0);
        }

        /// <summary>Writes the struct on a little-endian machine.</summary>
        public static void Write(in PortFrame frame, Span<byte> target)
        {
            target.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(target, IdOf(frame));
            target[LengthOffset] = (byte)frame.Length;
            BinaryPrimitives.WriteUInt64LittleEndian(target[DataOffset..], frame.IsRemote ? 0 : frame.Data);
        }

        /// <summary>Reads the struct; false if it is not a classic frame.</summary>
        public static bool TryRead(ReadOnlySpan<byte> source, long nowMicroseconds, out PortFrame frame)
        {
            return TryCreate(
                BinaryPrimitives.ReadUInt32LittleEndian(source), source[LengthOffset],
                source.Slice(DataOffset, CanFrame.DataLengthMax), nowMicroseconds, out frame);
        }

        /// <summary>Makes a frame from identifier with flags, length and data bytes; false if it is not a classic frame.</summary>
        public static bool TryCreate(uint idAndFlags, int length, ReadOnlySpan<byte> data, long microseconds, out PortFrame frame)
        {
            bool isExtended = (idAndFlags & ExtendedFlag) != 0;
            bool isRemote = (idAndFlags & RemoteFlag) != 0;
            uint id = idAndFlags & CanFrame.ExtendedIdMax;
            frame = default;
            if ((idAndFlags & ErrorFlag) != 0 || length > CanFrame.DataLengthMax || (!isExtended && id > CanFrame.StandardIdMax))
            {
                return false;
            }

            ulong bytes = 0;
            for (int index = 0; index < length && index < data.Length && !isRemote; index++)
            {
                bytes |= (ulong)data[index] << (8 * index);
            }

            frame = new PortFrame(id, length, isExtended, isRemote, bytes, microseconds);
            return true;
        }
    }
}
