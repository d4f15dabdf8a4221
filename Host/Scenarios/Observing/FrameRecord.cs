using BatterySim.Bms.Can;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>A frame as it was seen on the bus.</summary>
    /// <param name="Microseconds">When, us.</param>
    /// <param name="Id">Identifier.</param>
    /// <param name="IsExtended">True for a 29-bit one.</param>
    /// <param name="IsRemote">True for a remote frame.</param>
    /// <param name="Length">Data length.</param>
    /// <param name="Data">Data, byte 0 lowest.</param>
    internal readonly record struct FrameRecord(long Microseconds, uint Id, bool IsExtended, bool IsRemote, int Length, ulong Data)
    {
        /// <summary>The record of a frame.</summary>
        public static FrameRecord Of(long microseconds, CanFrame frame) =>
            new(microseconds, frame.Id, frame.IsExtended, frame.IsRemote, frame.Length, DataOf(frame));

        /// <summary>The bytes of a frame as one number, byte 0 lowest; 0 for a remote frame.</summary>
        public static ulong DataOf(CanFrame frame)
        {
            ulong data = 0;
            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                data |= (ulong)frame.Data[index] << (8 * index);
            }

            return data;
        }

        /// <summary>Puts the record back into a frame.</summary>
        public void CopyTo(CanFrame frame)
        {
            frame.Begin(Id, Length, IsExtended, IsRemote);
            for (int index = 0; index < Length && !IsRemote; index++)
            {
                frame.PutU8(index, (int)(Data >> (8 * index) & 0xFF));
            }
        }
    }
}
