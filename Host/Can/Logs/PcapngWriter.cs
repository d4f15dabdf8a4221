using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.SocketCan;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Writes pcapng that Wireshark opens as SocketCAN: one section, an interface for every channel, microseconds.</summary>
    public sealed class PcapngWriter : IFrameLogWriter
    {
        private const byte MicrosecondResolution = 6;
        private const uint FlagInbound = 1;
        private const uint FlagOutbound = 2;

        private readonly Stream _stream;
        private readonly List<string> _channels = [];
        private readonly MemoryStream _body = new();

        /// <param name="stream">Where it goes; closed with this writer.</param>
        public PcapngWriter(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            _stream = stream;
            PutU32(PcapngBlocks.ByteOrderMagic);
            PutU16(1);
            PutU16(0);
            PutU32(uint.MaxValue);
            PutU32(uint.MaxValue);
            EndBlock(PcapngBlocks.SectionHeader);
        }

        /// <inheritdoc/>
        public void Write(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            int channel = _channels.IndexOf(record.Channel);
            if (channel < 0)
            {
                channel = _channels.Count;
                _channels.Add(record.Channel);
                WriteInterface(record.Channel);
            }

            PortFrame frame = PortFrame.From(record.Frame, record.TimeMicroseconds);
            int dataLength = frame.IsRemote ? 0 : frame.Length;
            uint length = (uint)(PcapngBlocks.CanHeaderLength + dataLength);
            PutU32((uint)channel);
            PutU32((uint)(record.TimeMicroseconds >> 32));
            PutU32((uint)record.TimeMicroseconds);
            PutU32(length);
            PutU32(length);
            Span<byte> header = stackalloc byte[PcapngBlocks.CanHeaderLength];
            header.Clear();
            BinaryPrimitives.WriteUInt32BigEndian(header, SocketCanFrame.IdOf(frame));
            header[4] = (byte)frame.Length;
            _body.Write(header);
            _body.Write(record.Frame.Data, 0, dataLength);
            Pad();
            if (record.Direction != FrameDirection.Unknown)
            {
                PutU16(PcapngBlocks.OptionPacketFlags);
                PutU16(sizeof(uint));
                PutU32(record.Direction == FrameDirection.Received ? FlagInbound : FlagOutbound);
                PutU32(PcapngBlocks.OptionEnd);
            }

            EndBlock(PcapngBlocks.EnhancedPacket);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _body.Dispose();
            _stream.Dispose();
        }

        private void WriteInterface(string name)
        {
            PutU16(PcapngBlocks.LinkTypeSocketCan);
            PutU16(0);
            PutU32(0);
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            PutU16(PcapngBlocks.OptionInterfaceName);
            PutU16((ushort)bytes.Length);
            _body.Write(bytes);
            Pad();
            PutU16(PcapngBlocks.OptionTimeResolution);
            PutU16(1);
            _body.WriteByte(MicrosecondResolution);
            Pad();
            PutU32(PcapngBlocks.OptionEnd);
            EndBlock(PcapngBlocks.InterfaceDescription);
        }

        private void PutU16(ushort value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
            _body.Write(bytes);
        }

        private void PutU32(uint value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            _body.Write(bytes);
        }

        private void Pad()
        {
            while (_body.Length % sizeof(uint) != 0)
            {
                _body.WriteByte(0);
            }
        }

        private void EndBlock(uint type)
        {
            Span<byte> head = stackalloc byte[2 * sizeof(uint)];
            uint length = (uint)(_body.Length + PcapngBlocks.BlockOverhead);
            BinaryPrimitives.WriteUInt32LittleEndian(head, type);
            BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(uint)..], length);
            _stream.Write(head);
            _stream.Write(_body.GetBuffer(), 0, (int)_body.Length);
            _stream.Write(head[sizeof(uint)..]);
            _body.SetLength(0);
        }
    }
}
