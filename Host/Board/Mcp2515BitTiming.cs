using System.Collections.Generic;

namespace BatterySim.Host.Board
{
    /// <summary>What three CNF registers and a crystal make of a bit (data sheet DS20001801J, section 5).</summary>
    internal static class Mcp2515BitTiming
    {
        /// <summary>Bit rate, bit/s.</summary>
        public static double BitsPerSecond(byte cnf1, byte cnf2, byte cnf3, int crystalHertz)
        {
            (int propagation, int one, int two) = Segments(cnf2, cnf3);
            int prescaler = (cnf1 & 0x3F) + 1;
            return crystalHertz / (2.0 * prescaler * (1 + propagation + one + two));
        }

        /// <summary>What the data sheet forbids in these registers.</summary>
        public static IEnumerable<string> Faults(byte cnf1, byte cnf2, byte cnf3)
        {
            (int propagation, int one, int two) = Segments(cnf2, cnf3);
            int jump = (cnf1 >> 6) + 1;
            if (two < 2)
            {
                yield return $"phase 2 of {two} quantum is shorter than the 2 quanta that the chip needs to process a bit";
            }

            if (propagation + one < two)
            {
                yield return $"propagation and phase 1 ({propagation} + {one}) are shorter than phase 2 ({two})";
            }

            if (two <= jump)
            {
                yield return $"phase 2 ({two}) is not longer than the jump width ({jump})";
            }
        }

        private static (int Propagation, int One, int Two) Segments(byte cnf2, byte cnf3)
        {
            int one = ((cnf2 >> 3) & 7) + 1;
            bool isTwoProgrammed = (cnf2 & 0x80) != 0;
            int two = isTwoProgrammed ? (cnf3 & 7) + 1 : System.Math.Max(one, 2);
            return ((cnf2 & 7) + 1, one, two);
        }
    }
}
