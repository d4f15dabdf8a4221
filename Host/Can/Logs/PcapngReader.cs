using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads the CAN packets of a pcapng file, in either byte order and any time resolution and offset.</summary>
    public sealed class PcapngReader : IFrameLogReader
    {
        private const int BlockLengthMax = 1 << 20;
        private const int PacketHeadLength = 20;
        private const int InterfaceHeadLength = 8;
        private const int InterfaceCountMax = 256;
        private const double MicrosecondsPerSecond = 1e6;

        private readonly Stream _stream;
        private readonly List<CaptureInterface> _interfaces = [];
        private byte[] _body = new byte[256];
        private bool _isBigEndian;
        private bool _isBroken;
        private bool _isBreakSaid;
        private bool _hasSection;

        /// <param name="stream">The file; the caller closes it.</param>
        public PcapngReader(Stream stream)
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
            while (!_isBroken && TryReadBlock(out uint type, out int length))
            {
                if (type == PcapngBlocks.InterfaceDescription && length >= InterfaceHeadLength && _interfaces.Count < InterfaceCountMax)
                {
                    _interfaces.Add(ReadInterface(length));
                }
                else if (type is PcapngBlocks.EnhancedPacket or PcapngBlocks.SimplePacket)
                {
                    LineNumber++;
                    return type == PcapngBlocks.SimplePacket ? ParseSimplePacket(length, record) : ParsePacket(length, record);
                }
            }

            if (!_isBroken || _isBreakSaid)
            {
                return LogReadResult.End;
            }

            // Said once: behind a broken block nothing can be found any more.
            LineNumber++;
            _isBreakSaid = true;
            return LogReadResult.BadLine;
        }

        private bool TryReadBlock(out uint type, out int length)
        {
            Reason = "";
            Span<byte> head = stackalloc byte[3 * sizeof(uint)];
            type = 0;
            length = 0;
            int count = _stream.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false);
            if (count == 0)
            {
                return false;
            }

            type = ReadU32(head);
            if (type == PcapngBlocks.SectionHeader && count == 8)
            {
                return TryReadSection(head);
            }

            uint total = ReadU32(head[4..]);
            if (count < 8 || !_hasSection || total < PcapngBlocks.BlockOverhead || total > BlockLengthMax || total % sizeof(uint) != 0)
            {
                return Break(_hasSection ? "the file is cut off or damaged here" : "the file is not a pcapng file");
            }

            length = (int)total - PcapngBlocks.BlockOverhead;
            return FillBody(length + sizeof(uint)) || Break("the file is cut off here");
        }

        private bool TryReadSection(Span<byte> head)
        {
            if (_stream.ReadAtLeast(head[8..], sizeof(uint), throwOnEndOfStream: false) < sizeof(uint))
            {
                return Break("the file is cut off here");
            }

            uint magic = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
            _isBigEndian = magic != PcapngBlocks.ByteOrderMagic;
            uint total = ReadU32(head[4..]);
            if (ReadU32(head[8..]) != PcapngBlocks.ByteOrderMagic || total < 28 || total > BlockLengthMax)
            {
                return Break("the file is not a pcapng file");
            }

            _hasSection = true;
            _interfaces.Clear();
            return FillBody((int)total - 12) || Break("the file is cut off here");
        }

        private bool FillBody(int length)
        {
            if (_body.Length < length)
            {
                _body = new byte[length];
            }

            return _stream.ReadAtLeast(_body.AsSpan(0, length), length, throwOnEndOfStream: false) == length;
        }

        private bool Break(string reason)
        {
            _isBroken = true;
            Reason = reason;
            return false;
        }

        private CaptureInterface ReadInterface(int length)
        {
            string name = $"can{_interfaces.Count}";
            double resolution = 1; // microseconds, unless the file says otherwise
            decimal offset = 0;
            int at = InterfaceHeadLength;
            while (at + 4 <= length)
            {
                ushort option = ReadU16(at);
                int size = ReadU16(at + 2);
                at += 4;
                if (option == PcapngBlocks.OptionEnd || at + size > length)
                {
                    break;
                }

                if (option == PcapngBlocks.OptionTimeResolution && size >= 1)
                {
                    int exponent = _body[at] & 0x7F;
                    resolution = MicrosecondsPerSecond * Math.Pow((_body[at] & 0x80) != 0 ? 2 : 10, -exponent);
                }
                else if (option == PcapngBlocks.OptionInterfaceName && size > 0)
                {
                    name = CleanName(_body.AsSpan(at, size), name);
                }

                else if (option == PcapngBlocks.OptionTimeOffset && size == sizeof(long))
                {
                    offset = (decimal)ReadS64(at) * (decimal)MicrosecondsPerSecond;
                }

                at += (size + 3) & ~3;
            }

            return new CaptureInterface(ReadU16(0), name, resolution, offset);
        }

        // A name goes into logs whose columns are separated by spaces.
        private static string CleanName(ReadOnlySpan<byte> bytes, string otherwise)
        {
            bool isClean = !bytes.ContainsAnyExceptInRange((byte)'!', (byte)'~');
            return isClean ? Encoding.ASCII.GetString(bytes) : otherwise;
        }

        // A simple packet belongs to the first interface and has no time.
        private LogReadResult ParseSimplePacket(int length, LoggedFrame record)
        {
            if (length < sizeof(uint) || _interfaces.Count == 0)
            {
                Reason = "its block is damaged";
                return LogReadResult.BadLine;
            }

            int captured = (int)Math.Min(ReadU32(_body), (uint)(length - sizeof(uint)));
            LogReadResult result = CanPacket.Read(_interfaces[0].LinkType, _body.AsSpan(sizeof(uint), captured), _isBigEndian,
                record, out string reason);
            Reason = reason;
            record.HasTime = false;
            record.TimeMicroseconds = 0;
            record.Channel = _interfaces[0].Name;
            return result;
        }

        private LogReadResult ParsePacket(int length, LoggedFrame record)
        {
            uint channel = length < PacketHeadLength ? uint.MaxValue : ReadU32(_body);
            uint captured = length < PacketHeadLength ? 0 : ReadU32(_body.AsSpan(12));
            if (channel >= (uint)_interfaces.Count || captured > length - PacketHeadLength)
            {
                Reason = "its block is damaged";
                return LogReadResult.BadLine;
            }

            CaptureInterface source = _interfaces[(int)channel];
            ReadOnlySpan<byte> packet = _body.AsSpan(PacketHeadLength, (int)captured);
            LogReadResult result = CanPacket.Read(source.LinkType, packet, _isBigEndian, record, out string reason);
            Reason = reason;
            ulong ticks = ((ulong)ReadU32(_body.AsSpan(4)) << 32) | ReadU32(_body.AsSpan(8));
            decimal time = source.OffsetMicroseconds + (source.MicrosecondsPerTick == 1 ? ticks : ToDecimal(ticks * source.MicrosecondsPerTick));
            if (result == LogReadResult.Frame && time is < 0 or > LoggedFrame.TimeMicrosecondsMax)
            {
                Reason = "its time is out of range";
                return LogReadResult.BadLine;
            }

            record.HasTime = true;
            record.TimeMicroseconds = (long)Math.Clamp(time, 0, LoggedFrame.TimeMicrosecondsMax);
            record.Channel = source.Name;
            FrameDirection direction = ReadDirection(PacketHeadLength + (((int)captured + 3) & ~3), length);
            record.Direction = direction == FrameDirection.Unknown ? record.Direction : direction;
            return result;
        }

        private static decimal ToDecimal(double microseconds)
        {
            return microseconds < LoggedFrame.TimeMicrosecondsMax ? (decimal)Math.Round(microseconds) : decimal.MaxValue;
        }

        private FrameDirection ReadDirection(int at, int length)
        {
            while (at + 8 <= length && ReadU16(at) != PcapngBlocks.OptionEnd)
            {
                if (ReadU16(at) == PcapngBlocks.OptionPacketFlags)
                {
                    return (ReadU32(_body.AsSpan(at + 4)) & 3) switch
                    {
                        1 => FrameDirection.Received,
                        2 => FrameDirection.Sent,
                        _ => FrameDirection.Unknown,
                    };
                }

                at += 4 + ((ReadU16(at + 2) + 3) & ~3);
            }

            return FrameDirection.Unknown;
        }

        private uint ReadU32(ReadOnlySpan<byte> bytes)
        {
            return _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        }

        private long ReadS64(int at)
        {
            ReadOnlySpan<byte> bytes = _body.AsSpan(at, sizeof(long));
            return _isBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        }

        private ushort ReadU16(int at)
        {
            ReadOnlySpan<byte> bytes = _body.AsSpan(at, sizeof(ushort));
            return _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        }

        private sealed record CaptureInterface(ushort LinkType, string Name, double MicrosecondsPerTick, decimal OffsetMicroseconds);
    }
}
