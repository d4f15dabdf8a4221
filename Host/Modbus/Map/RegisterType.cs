namespace BatterySim.Host.Modbus.Map
{
    /// <summary>How a row's value lies in its registers. Values of two registers have the low word first.</summary>
    public enum RegisterType
    {
        /// <summary>16 bits without sign.</summary>
        U16 = 0,

        /// <summary>16 bits, two's complement.</summary>
        S16 = 1,

        /// <summary>Two registers without sign, low word first.</summary>
        U32 = 2,

        /// <summary>Two registers, two's complement, low word first.</summary>
        S32 = 3,

        /// <summary>Two registers without sign, low word first, with one register in between that is something else.</summary>
        U32Split = 4,

        /// <summary>A code or bits, not a quantity.</summary>
        Code = 5,

        /// <summary>Two bytes, such as month and day.</summary>
        Bytes = 6,

        /// <summary>Four hexadecimal digits, as firmware versions have them.</summary>
        Hex = 7,

        /// <summary>Two characters, high byte first.</summary>
        Text = 8,
    }
}
