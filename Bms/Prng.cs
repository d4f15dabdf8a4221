namespace BatterySim.Bms
{
    /// <summary>The only randomness of the core: Marsaglia's 32-bit xorshift (13, 17, 5).</summary>
    /// <remarks>Not System.Random: nothing promises nanoCLR and .NET the same sequence for one seed.</remarks>
    public sealed class Prng
    {
        // A xorshift register of 0 stays 0 indefinitely; any other start will do.
        private const uint StartForSeedZero = 0x6D2B79F5u;

        private uint _state;

        /// <summary>Starts the sequence that belongs to a seed.</summary>
        public Prng(uint seed)
        {
            _state = seed == 0 ? StartForSeedZero : seed;
        }

        /// <summary>The next 32 bits.</summary>
        public uint Next()
        {
            uint state = _state;
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            _state = state;
            return state;
        }

        /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
        public int Between(int low, int high)
        {
            if (high <= low)
            {
                return low;
            }

            // 0 stands for all 2^32 numbers: the difference wraps once, and so does the sum below.
            uint span = (uint)(high - low) + 1u;
            uint draw = Next();
            return low + (int)(span == 0u ? draw : draw % span);
        }
    }
}
