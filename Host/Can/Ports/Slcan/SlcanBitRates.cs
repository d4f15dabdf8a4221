using System;

namespace BatterySim.Host.Can.Ports.Slcan
{
    /// <summary>The bit rates that S0 to S8 stand for.</summary>
    internal static class SlcanBitRates
    {
        private static readonly int[] Rates = [10_000, 20_000, 50_000, 100_000, 125_000, 250_000, 500_000, 800_000, 1_000_000];

        /// <summary>All of them, for a message.</summary>
        public static string Names => string.Join(", ", Rates);

        /// <summary>True if S has a digit for this bit rate.</summary>
        public static bool Has(int bitRate) => Array.IndexOf(Rates, bitRate) >= 0;

        /// <summary>The digit behind S.</summary>
        public static byte CodeOf(int bitRate) => (byte)('0' + Array.IndexOf(Rates, bitRate));

        /// <summary>The bit rate of a digit, or 0 if there is none.</summary>
        public static int OfCode(byte code) => code is >= (byte)'0' and <= (byte)'8' ? Rates[code - '0'] : 0;
    }
}
