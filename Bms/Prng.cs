namespace BatterySim.Bms
{
    /// <summary>The only randomness of the core: Marsaglia's 32-bit xorshift (13, 17, 5).</summary>
    /// <remarks>Not System.Random: nothing promises nanoCLR and .NET the same sequence for one seed.</remarks>
    public sealed class Prng
    {
        // A xorshift register of 0 stays 0 indefinitely; any other start will do.
        private const uint StartForSeedZero = 0x6D2B79F5u;

        // Neighbours in a sequence of places start far from each other: 2^32 over the golden ratio, and some rounds.
        private const uint PlaceFactor = 0x9E3779B9u;
        private const int PlaceRounds = 4;

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

        /// <summary>The number at a place of a sequence in which any place can be asked for, so that none need be kept.</summary>
        /// <param name="seed">Seed of the sequence.</param>
        /// <param name="place">0 or more.</param>
        /// <param name="low">Least number, included.</param>
        /// <param name="high">Highest number, included; less than 2^31 above the least.</param>
        public static int BetweenAt(uint seed, int place, int low, int high)
        {
            uint state = seed ^ ((uint)(place + 1) * PlaceFactor);
            state = state == 0 ? StartForSeedZero : state;
            for (int round = 0; round < PlaceRounds; round++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
            }

            return low + (int)(state % ((uint)(high - low) + 1u));
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
