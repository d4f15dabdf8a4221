namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Function codes and limits of the Modbus Application Protocol V1.1b3.</summary>
    public static class ModbusFunction
    {
        /// <summary>03: read holding registers.</summary>
        public const byte ReadHoldingRegisters = 0x03;

        /// <summary>06: write one register. A Sol-Ark does not answer it (field).</summary>
        public const byte WriteSingleRegister = 0x06;

        /// <summary>16: write several registers. A Sol-Ark takes one at a time (field).</summary>
        public const byte WriteMultipleRegisters = 0x10;

        /// <summary>Bit that a reply sets in the function code for an exception.</summary>
        public const byte ExceptionBit = 0x80;

        /// <summary>Most registers in one read.</summary>
        public const int ReadCountMax = 125;

        /// <summary>Number of registers that there are.</summary>
        public const int RegisterCount = 65_536;
    }
}
