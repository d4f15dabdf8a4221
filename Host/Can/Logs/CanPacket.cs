using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.SocketCan;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>A CAN frame in a captured packet, of any link type that libpcap records CAN with.</summary>
    /// <remarks>
    /// LINKTYPE_CAN_SOCKETCAN (227): identifier with flags in network order, length, flags of CAN FD, two bytes, data. LINKTYPE_LINUX_SLL (113)
    /// and SLL2 (276): a Linux cooked head, then the same with the identifier in the byte order of the capturing machine.
    /// </remarks>
    internal static class CanPacket
    {
        /// <summary>LINKTYPE_CAN_SOCKETCAN.</summary>
        public const uint LinkTypeSocketCan = 227;

        private const uint LinkTypeCooked = 113;
        private const uint LinkTypeCooked2 = 276;
        private const int CookedLength = 16;
        private const int Cooked2Length = 20;
        private const int CanHeaderLength = 8;
        private const int ProtocolCan = 0x000C;
        private const int ProtocolCanFd = 0x000D;
        private const int Outgoing = 4;

        // linux/can.h: CANFD_FDF in the byte behind the length; CAN XL has the highest bit of the length's byte.
        private const int FdFlag = 0x04;
        private const int XlFlag = 0x80;
        private const string FdReason = "it is a CAN FD frame; the battery protocols are classic CAN";

        /// <summary>Reads the frame, and the direction where the packet has it.</summary>
        /// <param name="linkType">Link type of the interface.</param>
        /// <param name="packet">The bytes that were captured.</param>
        /// <param name="isBigEndian">Byte order of the file.</param>
        /// <param name="record">Filled if it is a frame.</param>
        /// <param name="reason">Why it is not; empty if it is.</param>
        public static LogReadResult Read(uint linkType, ReadOnlySpan<byte> packet, bool isBigEndian, LoggedFrame record, out string reason)
        {
            record.Direction = FrameDirection.Unknown;
            if (linkType == LinkTypeSocketCan)
            {
                return ReadCan(packet, BinaryPrimitives.TryReadUInt32BigEndian(packet, out uint id) ? id : 0, false, record, out reason);
            }

            int head = linkType == LinkTypeCooked ? CookedLength : Cooked2Length;
            if (linkType is not (LinkTypeCooked or LinkTypeCooked2))
            {
                reason = $"it is of link type {linkType}; CAN is read from {LinkTypeSocketCan}, {LinkTypeCooked} and {LinkTypeCooked2}";
                return LogReadResult.BadLine;
            }

            if (packet.Length < head)
            {
                reason = "it is too short for a CAN frame";
                return LogReadResult.BadLine;
            }

            int protocol = BinaryPrimitives.ReadUInt16BigEndian(linkType == LinkTypeCooked ? packet[14..] : packet);
            if (protocol is not (ProtocolCan or ProtocolCanFd))
            {
                reason = "it is not a packet of a CAN interface";
                return LogReadResult.BadLine;
            }

            int type = linkType == LinkTypeCooked ? BinaryPrimitives.ReadUInt16BigEndian(packet) : packet[10];
            record.Direction = type == Outgoing ? FrameDirection.Sent : FrameDirection.Received;
            ReadOnlySpan<byte> can = packet[head..];
            return ReadCan(can, HostOrderId(can, isBigEndian), protocol == ProtocolCanFd, record, out reason);
        }

        // Newer libpcap stores network order here too: where the file's own order gives an identifier that cannot be, the other one counts.
        private static uint HostOrderId(ReadOnlySpan<byte> can, bool isBigEndian)
        {
            if (can.Length < sizeof(uint))
            {
                return 0;
            }

            uint big = BinaryPrimitives.ReadUInt32BigEndian(can);
            uint little = BinaryPrimitives.ReadUInt32LittleEndian(can);
            uint own = isBigEndian ? big : little;
            uint other = isBigEndian ? little : big;
            return IsPlausible(own) || !IsPlausible(other) ? own : other;
        }

        private static bool IsPlausible(uint id)
        {
            return (id & (SocketCanFrame.ExtendedFlag | SocketCanFrame.ErrorFlag)) != 0 || (id & CanFrame.ExtendedIdMax) <= CanFrame.StandardIdMax;
        }

        private static LogReadResult ReadCan(ReadOnlySpan<byte> can, uint id, bool isFd, LoggedFrame record, out string reason)
        {
            if (can.Length < CanHeaderLength)
            {
                reason = "it is too short for a CAN frame";
                return LogReadResult.BadLine;
            }

            ReadOnlySpan<byte> data = can[CanHeaderLength..];
            if ((id & SocketCanFrame.ErrorFlag) != 0)
            {
                reason = BusErrorText.Describe(id, data);
                return LogReadResult.ErrorReport;
            }

            if (isFd || (can[5] & FdFlag) != 0 || (can[4] & XlFlag) != 0 || can[4] > CanFrame.DataLengthMax)
            {
                reason = (can[4] & XlFlag) != 0 ? "it is a CAN XL frame; the battery protocols are classic CAN" : FdReason;
                return LogReadResult.BadLine;
            }

            bool isRemote = (id & SocketCanFrame.RemoteFlag) != 0;
            if ((!isRemote && can[4] > data.Length) || !SocketCanFrame.TryCreate(id, can[4], data, 0, out PortFrame frame))
            {
                reason = "it is not a classic CAN frame";
                return LogReadResult.BadLine;
            }

            frame.CopyTo(record.Frame);
            reason = "";
            return LogReadResult.Frame;
        }
    }
}
