namespace BatterySim.Bms.Protocol
{
    /// <summary>Is told each signal of a frame by <see cref="FrameDefinition.Describe"/>.</summary>
    /// <remarks>
    /// Values are little endian; bit 0 is the least significant bit of byte 0. Names are those of the message catalogue, so that a signal has
    /// one name in every answer, file and table.
    /// </remarks>
    public abstract class SignalVisitor
    {
        /// <summary>A scaled number.</summary>
        /// <param name="name">Name with its unit.</param>
        /// <param name="startBit">Lowest bit, 0 to 63.</param>
        /// <param name="bitLength">1 to 16 bits.</param>
        /// <param name="isSigned">True for two's complement.</param>
        /// <param name="decimals">Digits behind the decimal point: 1 for steps of 0.1.</param>
        /// <param name="isReversed">True if the wire counts the other direction positive.</param>
        public abstract void OnNumber(string name, int startBit, int bitLength, bool isSigned, int decimals, bool isReversed);

        /// <summary>ASCII characters, the first in the lowest byte.</summary>
        /// <param name="name">Name of the signal.</param>
        /// <param name="firstByte">0 to 7.</param>
        /// <param name="characterCount">1 to 8.</param>
        public abstract void OnText(string name, int firstByte, int characterCount);

        /// <summary>An unsigned 8-bit number.</summary>
        internal void U8(string name, int atByte)
        {
            OnNumber(name, atByte * 8, 8, false, 0, false);
        }

        /// <summary>An unsigned 16-bit number.</summary>
        internal void U16(string name, int atByte, int decimals)
        {
            OnNumber(name, atByte * 8, 16, false, decimals, false);
        }

        /// <summary>A signed 16-bit number.</summary>
        internal void S16(string name, int atByte, int decimals)
        {
            OnNumber(name, atByte * 8, 16, true, decimals, false);
        }

        /// <summary>One bit.</summary>
        internal void Flag(string name, int bit)
        {
            OnNumber(name, bit, 1, false, 0, false);
        }
    }
}
