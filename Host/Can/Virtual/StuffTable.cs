namespace BatterySim.Host.Can.Virtual
{
    /// <summary>Counts stuff bits eight bits at a time.</summary>
    /// <remarks>
    /// The state is the last bit on the wire and how many like it stand in a row, 1 to 4: after the fifth, the sender puts in one of the
    /// other kind, with which a new row of 1 begins (ISO 11898-1, bit stuffing).
    /// </remarks>
    internal static class StuffTable
    {
        /// <summary>State after the start-of-frame bit: one dominant bit.</summary>
        public const int AfterStartOfFrame = 0;

        private const int RowMax = 5;
        private const int RowsPerBit = RowMax - 1;
        private const int StateCount = 2 * RowsPerBit;

        // Low four bits: next state. The rest: stuff bits put in.
        private static readonly byte[] Steps = CreateSteps();

        /// <summary>Feeds bits, the highest of <paramref name="count"/> first, and gives the number of stuff bits put in.</summary>
        public static int Feed(ref int state, ulong bits, int count)
        {
            int stuffed = 0;
            int left = count;
            while ((left & 7) != 0)
            {
                left--;
                stuffed += FeedBit(ref state, (int)(bits >> left) & 1);
            }

            byte[] steps = Steps;
            while (left > 0)
            {
                left -= 8;
                int step = steps[(state << 8) | (int)((bits >> left) & 0xFF)];
                state = step & 0x0F;
                stuffed += step >> 4;
            }

            return stuffed;
        }

        private static int FeedBit(ref int state, int bit)
        {
            int last = state / RowsPerBit;
            int row = bit == last ? (state % RowsPerBit) + 2 : 1;
            if (row < RowMax)
            {
                state = (bit * RowsPerBit) + row - 1;
                return 0;
            }

            state = (1 - bit) * RowsPerBit;
            return 1;
        }

        private static byte[] CreateSteps()
        {
            var steps = new byte[StateCount << 8];
            for (int start = 0; start < StateCount; start++)
            {
                for (int value = 0; value <= 0xFF; value++)
                {
                    int state = start;
                    int stuffed = 0;
                    for (int bit = 7; bit >= 0; bit--)
                    {
                        stuffed += FeedBit(ref state, (value >> bit) & 1);
                    }

                    steps[(start << 8) | value] = (byte)((stuffed << 4) | state);
                }
            }

            return steps;
        }
    }
}
