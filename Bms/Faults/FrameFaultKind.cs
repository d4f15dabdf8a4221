namespace BatterySim.Bms.Faults
{
    /// <summary>What can be done to a frame on its way to the bus.</summary>
    public enum FrameFaultKind
    {
        /// <summary>It is left out.</summary>
        Omit = 0,

        /// <summary>It leaves late; the value is the delay, ms.</summary>
        Delay = 1,

        /// <summary>It has another data length; the value is that length, 0 to 8.</summary>
        Length = 2,

        /// <summary>It leaves with a 29-bit identifier of the same number.</summary>
        Extended = 3,

        /// <summary>It repeats the bytes that were last sent before the fault began.</summary>
        Stale = 4,

        /// <summary>It leaves after its successor.</summary>
        Swap = 5,

        /// <summary>It leaves several times in a row; the value is the number of copies too many.</summary>
        Duplicate = 6,

        /// <summary>One of its bytes is wrong; the value is the byte, 0 to 7, the detail the bits that are turned over.</summary>
        Corrupt = 7,

        /// <summary>It leaves as a remote frame.</summary>
        Remote = 8,

        /// <summary>It carries other bytes; the value is their number, 0 to 8, the detail the bytes, the first one lowest.</summary>
        Bytes = 9,

        /// <summary>Number of kinds; not a kind.</summary>
        Count = 10,
    }
}
