namespace BatterySim.Host.Modbus.Client
{
    /// <summary>What came of a request.</summary>
    public enum ModbusOutcome
    {
        /// <summary>A valid reply.</summary>
        Ok = 0,

        /// <summary>The unit, or a gateway before it, answered with an exception.</summary>
        Exception = 1,

        /// <summary>Nothing came.</summary>
        Silent = 2,

        /// <summary>Bytes came, but no valid reply: wrong CRC, cut short, or noise.</summary>
        Garbled = 3,

        /// <summary>Another unit answered.</summary>
        OtherUnit = 4,

        /// <summary>The connection is gone.</summary>
        Closed = 5,
    }
}
