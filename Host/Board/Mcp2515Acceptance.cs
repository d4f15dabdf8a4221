using BatterySim.Bms.Can;

namespace BatterySim.Host.Board
{
    /// <summary>Masks and filters (data sheet DS20001801J, section 4.5).</summary>
    internal static class Mcp2515Acceptance
    {
        private const int NoFilter = -1;

        /// <summary>Number of the filter through which a receive buffer takes a frame; -1 if it does not.</summary>
        public static int FilterHit(byte[] registers, int buffer, CanFrame frame)
        {
            int mode = (registers[buffer == 0 ? Mcp2515Map.RxB0Ctrl : Mcp2515Map.RxB1Ctrl] >> 5) & 3;
            int first = buffer == 0 ? 0 : 2;
            if (mode == 3)
            {
                return first;
            }

            int last = buffer == 0 ? 1 : 5;
            int mask = 0x20 + (4 * buffer);
            for (int filter = first; filter <= last; filter++)
            {
                if (Matches(registers, Mcp2515Map.Filter(filter), mask, frame))
                {
                    return filter;
                }
            }

            return NoFilter;
        }

        private static bool Matches(byte[] registers, int filter, int mask, CanFrame frame)
        {
            bool isForExtended = (registers[filter + 1] & 0x08) != 0;
            if (isForExtended != frame.IsExtended)
            {
                return false;
            }

            // Of an 11-bit frame the lower 16 bits are compared with the first two data bytes.
            uint value = frame.IsExtended
                ? frame.Id
                : (frame.Id << 18) | ((uint)frame.Data[0] << 8) | frame.Data[1];
            uint differing = (value ^ Identifier(registers, filter)) & Identifier(registers, mask);
            return (frame.IsExtended ? differing : differing & ~0x30000u) == 0;
        }

        private static uint Identifier(byte[] registers, int address) =>
            ((uint)registers[address] << 21)
            | ((uint)(registers[address + 1] & 0xE0) << 13)
            | ((uint)(registers[address + 1] & 0x03) << 16)
            | ((uint)registers[address + 2] << 8)
            | registers[address + 3];
    }
}
