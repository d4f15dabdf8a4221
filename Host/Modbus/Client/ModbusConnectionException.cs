using System;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>A connection that cannot be made or was lost; the message is one sentence.</summary>
    public sealed class ModbusConnectionException : Exception
    {
        /// <summary>Makes one.</summary>
        public ModbusConnectionException(string message)
            : base(message)
        {
        }

        /// <summary>Makes one with its cause.</summary>
        public ModbusConnectionException(string message, Exception cause)
            : base(message, cause)
        {
        }

        /// <summary>Makes one without a message.</summary>
        public ModbusConnectionException()
        {
        }
    }
}
