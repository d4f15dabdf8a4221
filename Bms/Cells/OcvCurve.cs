namespace BatterySim.Bms.Cells
{
    /// <summary>Open-circuit voltage of a cell over its SOC: straight lines between points 5 % apart, and a steep one beyond either end.</summary>
    /// <remarks>
    /// Position 1 is 0 % SOC, each further 1 is 5 %, position 21 is 100 %. The voltage at a position p is
    /// <c>Intercepts[k] + Slopes[k] * p</c> with k = (int)p, held to 0 ... 21: so a loop over cells needs no call.
    /// </remarks>
    public sealed class OcvCurve
    {
        /// <summary>Number of published points: 0, 5, 10 ... 100 % SOC.</summary>
        public const int PointCount = 21;

        /// <summary>Highest segment; segment 0 lies below 0 % and this one above 100 %.</summary>
        public const int LastSegment = PointCount;

        /// <summary>Positions from 0 % to 100 %.</summary>
        public const float PositionsPerSoc = PointCount - 1;

        /// <summary>Lowest position that is told apart, 10 % below empty: 0.33 V for LFP.</summary>
        public const float PositionMin = -1f;

        /// <summary>Highest position that is told apart, 5 % above full: 4.39 V for LFP.</summary>
        public const float PositionMax = LastSegment + 1;

        // What a cell does beyond empty and full: no table has it. Steep enough that about 1 % of charge carries it from 2.83 V
        // to its under-voltage protection, and half of that from 3.39 V to the 3.5 V of a charger's constant-voltage phase.
        private const float EmptySlopeMillivoltsPerPercent = 250f;
        private const float FullSlopeMillivoltsPerPercent = 200f;
        private const float PercentPerPosition = 5f;

        private readonly float[] _intercepts = new float[LastSegment + 1];
        private readonly float[] _slopes = new float[LastSegment + 1];

        /// <summary>Makes a curve from its points.</summary>
        /// <param name="millivolts">Rest voltage in mV at 0, 5 ... 100 % SOC, never falling.</param>
        public OcvCurve(int[] millivolts)
        {
            SetSegment(0, 1, millivolts[0], EmptySlopeMillivoltsPerPercent * PercentPerPosition);
            for (int point = 0; point < PointCount - 1; point++)
            {
                SetSegment(point + 1, point + 1, millivolts[point], millivolts[point + 1] - millivolts[point]);
            }

            SetSegment(LastSegment, LastSegment, millivolts[PointCount - 1], FullSlopeMillivoltsPerPercent * PercentPerPosition);
        }

        /// <summary>An LFP cell at rest; points as in Libre Solar's bms-firmware (Apache-2.0), which names no source of its own.</summary>
        public static OcvCurve CreateLfp()
        {
            return new OcvCurve(new int[]
            {
                2833, 3132, 3177, 3190, 3213, 3226, 3240, 3252, 3262, 3264, // 0 to 45 %
                3265, 3268, 3271, 3275, 3283, 3296, 3304, 3308, 3309, 3314, // 50 to 95 %
                3392, // 100 %
            });
        }

        /// <summary>mV at position 0 of each segment's line.</summary>
        public float[] Intercepts { get { return _intercepts; } }

        /// <summary>mV per position of each segment's line.</summary>
        public float[] Slopes { get { return _slopes; } }

        /// <summary>Rest voltage at a state of charge.</summary>
        /// <param name="soc">1 is full; below 0 and above 1 the steep ends go on, down to -0.1 and up to 1.05.</param>
        /// <returns>mV.</returns>
        public float MillivoltsAt(float soc)
        {
            float position = (soc * PositionsPerSoc) + 1f;
            position = position < PositionMin ? PositionMin : position > PositionMax ? PositionMax : position;
            int segment = position <= 0f ? 0 : position >= LastSegment ? LastSegment : (int)position;
            return _intercepts[segment] + (_slopes[segment] * position);
        }

        private void SetSegment(int segment, int atPosition, float millivolts, float slope)
        {
            _slopes[segment] = slope;
            _intercepts[segment] = millivolts - (slope * atPosition);
        }
    }
}
