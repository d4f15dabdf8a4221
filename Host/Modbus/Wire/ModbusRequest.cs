using System;
using System.Buffers.Binary;

namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>A request of this program: function 03, or function 16 with one register.</summary>
    /// <param name="Unit">Unit id, 0 to 255.</param>
    /// <param name="Function">03 or 16.</param>
    /// <param name="Address">First register, 0 to 65535, as in the PDU (0-based).</param>
    /// <param name="Count">Registers; 1 for a write.</param>
    /// <param name="Value">What is written; 0 for a read.</param>
    public readonly record struct ModbusRequest(byte Unit, byte Function, ushort Address, ushort Count, ushort Value)
    {
        /// <summary>A read of holding registers.</summary>
        public static ModbusRequest Read(byte unit, ushort address, ushort count) =>
            new(unit, ModbusFunction.ReadHoldingRegisters, address, count, 0);

        /// <summary>A write of one register with function 16.</summary>
        public static ModbusRequest Write(byte unit, ushort address, ushort value) =>
            new(unit, ModbusFunction.WriteMultipleRegisters, address, 1, value);

        /// <summary>Unit id and PDU, as both framings carry them.</summary>
        public byte[] ToBytes()
        {
            bool isWrite = Function == ModbusFunction.WriteMultipleRegisters;
            byte[] bytes = new byte[isWrite ? 9 : 6];
            bytes[0] = Unit;
            bytes[1] = Function;
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), Address);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), Count);
            if (isWrite)
            {
                bytes[6] = 2;
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(7), Value);
            }

            return bytes;
        }

        /// <summary>The request as an RTU frame.</summary>
        public byte[] ToRtu() => ModbusCrc.Append(ToBytes());

        /// <summary>The request as a Modbus TCP frame.</summary>
        public byte[] ToTcp(ushort transaction) => MbapHeader.Wrap(transaction, ToBytes());
    }
}
