using BatterySim.Bms.Can;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35E: manufacturer name, eight ASCII characters, padded with spaces.</summary>
    /// <remarks>Pylontech LV V1.2, 0x35E ("PYLON   "); Sol-Ark CAN V1.3 prescribes no name.</remarks>
    public static class NameFrame
    {
        /// <summary>Data bytes of the frame.</summary>
        public const int NativeLength = 8;

        /// <summary>Writes the frame; a longer name is cut, a character outside printable ASCII becomes '?'.</summary>
        public static bool TryWrite(string name, CanFrame frame)
        {
            frame.Begin(FrameIds.Name, NativeLength);
            for (int index = 0; index < NativeLength; index++)
            {
                char character = index < name.Length ? name[index] : ' ';
                frame.PutU8(index, character >= ' ' && character <= '~' ? character : '?');
            }

            return true;
        }
    }
}
