using System;
using System.Buffers.Binary;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Unit id and PDU of a reply, held against the request.</summary>
    internal static class ReplyBody
    {
        /// <summary>Length of unit id and PDU by the function code; -1 while too little has come, 0 for a function never asked for.</summary>
        public static int LengthOf(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length < 2)
            {
                return -1;
            }

            switch (bytes[1])
            {
                case ModbusFunction.ReadHoldingRegisters: return bytes.Length < 3 ? -1 : 3 + bytes[2];
                case ModbusFunction.WriteMultipleRegisters: return 6;
                default: return (bytes[1] & ModbusFunction.ExceptionBit) != 0 ? 3 : 0;
            }
        }

        /// <summary>True if it answers the request, with registers, with an echo, or with an exception.</summary>
        public static bool Answers(ReadOnlySpan<byte> body, in ModbusRequest request)
        {
            if (body.Length < 3 || (body[1] & ~ModbusFunction.ExceptionBit) != request.Function)
            {
                return false;
            }

            if ((body[1] & ModbusFunction.ExceptionBit) != 0)
            {
                return body.Length == 3 && body[2] != 0;
            }

            return request.Function == ModbusFunction.ReadHoldingRegisters
                ? body[2] == request.Count * 2 && body.Length == 3 + body[2]
                : body.Length == 6
                    && BinaryPrimitives.ReadUInt16BigEndian(body[2..]) == request.Address
                    && BinaryPrimitives.ReadUInt16BigEndian(body[4..]) == request.Count;
        }

        /// <summary>Status of a body that answers.</summary>
        public static ReplyStatus StatusOf(ReadOnlySpan<byte> body) =>
            (body[1] & ModbusFunction.ExceptionBit) != 0 ? ReplyStatus.Exception : ReplyStatus.Complete;
    }
}
