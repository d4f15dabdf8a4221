namespace BatterySim.Bms.Protocol
{
    /// <summary>How many data bytes a frame carries.</summary>
    public enum DataLength
    {
        /// <summary>Padded with zeros to eight bytes, the only length that Sol-Ark CAN V1.3 promises to recognise.</summary>
        Padded = 0,

        /// <summary>The length that Pylontech's own batteries send: 0x355 four, 0x356 six, 0x359 seven, 0x35C two bytes.</summary>
        Native = 1,
    }
}
