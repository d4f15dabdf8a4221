using System;
using System.Buffers.Binary;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Modbus.Server
{
    /// <summary>What a unit answers, without any line: unit id and PDU in, unit id and PDU out.</summary>
    public sealed class ModbusResponder
    {
        private const byte Broadcast = 0;

        private readonly RegisterImage _image;
        private readonly ModbusServerOptions _options;
        private int _replies;

        /// <summary>Makes a unit.</summary>
        public ModbusResponder(RegisterImage image, ModbusServerOptions options)
        {
            _image = image;
            _options = options;
        }

        /// <summary>Time from a request to its reply, ms.</summary>
        public int TurnaroundMilliseconds => _options.TurnaroundMilliseconds;

        /// <summary>Answers a request; never throws.</summary>
        /// <param name="body">Unit id and PDU.</param>
        /// <returns>Unit id and PDU of the reply; null for silence.</returns>
        public byte[]? Answer(ReadOnlySpan<byte> body)
        {
            if (body.Length < 2 || body[0] == Broadcast)
            {
                return null;
            }

            if (body[0] != _options.Unit)
            {
                return _options.ActsAsGateway ? Refuse(body, ModbusExceptionCode.GatewayTargetSilent) : null;
            }

            byte[]? reply = body[1] switch
            {
                ModbusFunction.ReadHoldingRegisters => Read(body),
                ModbusFunction.WriteMultipleRegisters => Write(body),
                ModbusFunction.WriteSingleRegister => WriteSingle(body),
                _ => Refuse(body, ModbusExceptionCode.IllegalFunction),
            };
            return reply != null && _options.DropEvery > 0 && ++_replies % _options.DropEvery == 0 ? null : reply;
        }

        // 1 to 125 registers; every address exists and reads 0 where nothing is known of it (Sol-Ark Modbus RTU Protocol V1.4).
        private byte[] Read(ReadOnlySpan<byte> body)
        {
            if (body.Length != 6)
            {
                return Refuse(body, ModbusExceptionCode.IllegalDataValue);
            }

            int address = BinaryPrimitives.ReadUInt16BigEndian(body[2..]);
            int count = BinaryPrimitives.ReadUInt16BigEndian(body[4..]);
            if (count is < 1 or > ModbusFunction.ReadCountMax)
            {
                return Refuse(body, ModbusExceptionCode.IllegalDataValue);
            }

            if (address + count > ModbusFunction.RegisterCount)
            {
                return Refuse(body, ModbusExceptionCode.IllegalDataAddress);
            }

            Span<ushort> words = stackalloc ushort[count];
            _image.Read(address, words);
            byte[] reply = new byte[3 + (count * 2)];
            reply[0] = body[0];
            reply[1] = body[1];
            reply[2] = (byte)(count * 2);
            for (int index = 0; index < count; index++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(reply.AsSpan(3 + (index * 2)), words[index]);
            }

            return reply;
        }

        private byte[] Write(ReadOnlySpan<byte> body)
        {
            if (!_options.TakesWrites)
            {
                return Refuse(body, ModbusExceptionCode.IllegalFunction);
            }

            if (body.Length != 9 || BinaryPrimitives.ReadUInt16BigEndian(body[4..]) != 1 || body[6] != 2)
            {
                return Refuse(body, ModbusExceptionCode.IllegalDataValue);
            }

            return Store(body, BinaryPrimitives.ReadUInt16BigEndian(body[7..]));
        }

        private byte[]? WriteSingle(ReadOnlySpan<byte> body)
        {
            if (!_options.AnswersWriteSingle || body.Length != 6)
            {
                return null;
            }

            return _options.TakesWrites
                ? Store(body, BinaryPrimitives.ReadUInt16BigEndian(body[4..]))
                : Refuse(body, ModbusExceptionCode.IllegalFunction);
        }

        private byte[] Store(ReadOnlySpan<byte> body, ushort value)
        {
            return _image.TryWrite(BinaryPrimitives.ReadUInt16BigEndian(body[2..]), value)
                ? body[..6].ToArray()
                : Refuse(body, ModbusExceptionCode.IllegalDataAddress);
        }

        private static byte[] Refuse(ReadOnlySpan<byte> body, ModbusExceptionCode code) =>
            [body[0], (byte)(body[1] | ModbusFunction.ExceptionBit), (byte)code];
    }
}
