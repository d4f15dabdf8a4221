namespace BatterySim.Host.Modbus.Client
{
    /// <summary>How Modbus frames travel.</summary>
    public enum ModbusTransport
    {
        /// <summary>Modbus TCP: a header with a transaction, no CRC.</summary>
        Tcp = 0,

        /// <summary>RTU frames over a TCP connection, as transparent gateways carry them.</summary>
        RtuOverTcp = 1,

        /// <summary>RTU frames over a serial port.</summary>
        RtuSerial = 2,
    }
}
