using System;
using System.Buffers.Binary;
using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads the CAN packets of a pcap file (tcpdump, older Wireshark), in either byte order, in micro- or nanoseconds.</summary>
    public sealed class PcapReader : IFrameLogReader
    {
        /// <summary>First four bytes of a file in microseconds.</summary>
        public const uint MagicMicroseconds = 0xA1B2C3D4;

        /// <summary>First four bytes of a file in nanoseconds.</summary>
        public const uint MagicNanoseconds = 0xA1B23C4D;

        private const int FileHeadLength = 24;
        private const int PacketHeadLength = 16;
        private const int LinkTypeOffset = 20;
        private const uint LinkTypeMask = 0x0FFFFFFF;
        private const int PacketLengthMax = 1 << 18;
        private const int MicrosecondsPerSecond = 1_000_000;

        private readonly Stream _stream;
        private byte[] _packet = new byte[256];
        private uint _linkType;
        private int _ticksPerMicrosecond;
        private bool _isBigEndian;
        private bool _isOpen;
        private bool _isBroken;

        /// <param name="stream">The file; the caller closes it.</param>
        public PcapReader(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            _stream = stream;
        }

        /// <inheritdoc/>
        public long LineNumber { get; private set; }

        /// <inheritdoc/>
        public string Unit => "packet";

        /// <inheritdoc/>
        public string Reason { get; private set; } = "";

        /// <inheritdoc/>
        public LogReadResult Read(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            Reason = "";
            if (_isBroken || (!_isOpen && !TryOpen()))
            {
                return Reason.Length == 0 ? LogReadResult.End : LogReadResult.BadLine;
            }

            Span<byte> head = stackalloc byte[PacketHeadLength];
            int count = _stream.ReadAtLeast(head, PacketHeadLength, throwOnEndOfStream: false);
            if (count == 0)
            {
                return LogReadResult.End;
            }

            LineNumber++;
            uint length = count < PacketHeadLength ? uint.MaxValue : ReadU32(head[8..]);
            if (length > PacketLengthMax)
            {
                return Break("the file is cut off or damaged here");
            }

            if (_packet.Length < length)
            {
                _packet = new byte[length];
            }

            if (_stream.ReadAtLeast(_packet.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false) < length)
            {
                return Break("the file is cut off here");
            }

            LogReadResult result = CanPacket.Read(_linkType, _packet.AsSpan(0, (int)length), _isBigEndian, record, out string reason);
            Reason = reason;
            record.HasTime = true;
            record.TimeMicroseconds = ((long)ReadU32(head) * MicrosecondsPerSecond) + (ReadU32(head[4..]) / _ticksPerMicrosecond);
            record.SetChannelNumber(0);
            return result;
        }

        private bool TryOpen()
        {
            Span<byte> head = stackalloc byte[FileHeadLength];
            int count = _stream.ReadAtLeast(head, FileHeadLength, throwOnEndOfStream: false);
            uint magic = BinaryPrimitives.ReadUInt32LittleEndian(head);
            _isBigEndian = BinaryPrimitives.ReverseEndianness(magic) is MagicMicroseconds or MagicNanoseconds;
            magic = ReadU32(head);
            if (count < FileHeadLength || magic is not (MagicMicroseconds or MagicNanoseconds))
            {
                LineNumber++;
                _ = Break("the file is not a pcap file");
                return false;
            }

            _ticksPerMicrosecond = magic == MagicNanoseconds ? 1000 : 1;
            _linkType = ReadU32(head[LinkTypeOffset..]) & LinkTypeMask;
            _isOpen = true;
            return true;
        }

        private LogReadResult Break(string reason)
        {
            _isBroken = true;
            Reason = reason;
            return LogReadResult.BadLine;
        }

        private uint ReadU32(ReadOnlySpan<byte> bytes)
        {
            return _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        }
    }
}
