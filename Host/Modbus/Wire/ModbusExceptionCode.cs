namespace BatterySim.Host.Modbus.Wire
{
    /// <summary>Exception codes (Modbus Application Protocol V1.1b3, chapter 7).</summary>
    public enum ModbusExceptionCode
    {
        /// <summary>No exception.</summary>
        None = 0,

        /// <summary>01: the function is not supported.</summary>
        IllegalFunction = 1,

        /// <summary>02: an address is not supported.</summary>
        IllegalDataAddress = 2,

        /// <summary>03: a number in the request is not allowed.</summary>
        IllegalDataValue = 3,

        /// <summary>04: the device failed.</summary>
        DeviceFailure = 4,

        /// <summary>06: the device is busy.</summary>
        DeviceBusy = 6,

        /// <summary>0A: the gateway has no path to the unit.</summary>
        GatewayPathUnavailable = 10,

        /// <summary>0B: the unit behind the gateway did not answer.</summary>
        GatewayTargetSilent = 11,
    }
}
