namespace BatterySim.Bms.Cells
{
    /// <summary>Open-circuit voltage of a cell over its SOC, and what charging adds to it near full.</summary>
    /// <remarks>
    /// Position 1 is 0 % SOC, each further 1 is 5 %, position 21 is 100 %. Up to 85 % the voltage at a position p is
    /// <c>Intercepts[k] + Slopes[k] * p</c> with k = (int)p: so a loop over cells needs no call. Above lies the knee, which is finer than 5 %.
    /// </remarks>
    public sealed class OcvCurve
    {
        /// <summary>Number of points of the table: 0, 5, 10 ... 85 % SOC.</summary>
        public const int PointCount = 18;

        /// <summary>Highest segment of the table; segment 0 lies below 0 %, this one ends at 85 %.</summary>
        public const int LastSegment = PointCount - 1;

        /// <summary>Positions from 0 % to 100 %.</summary>
        public const float PositionsPerSoc = 20f;

        /// <summary>Lowest position that is told apart, 10 % below empty: 0.43 V for LFP.</summary>
        public const float PositionMin = -1f;

        /// <summary>Highest position that is told apart, 5 % above full: 4.38 V for LFP.</summary>
        public const float PositionMax = 22f;

        private const float KneePosition = PointCount;
        private const float FullPosition = 21f;
        private const float PercentPerPosition = 5f;
        private const float BinPosition = 19.5f;
        private const float BinsPerPosition = 10f;
        private const int LastBin = 14;

        // What a cell does beyond empty and full: no table has it. Steep enough that about 1 % of charge carries it from 2.93 V
        // to its under-voltage protection, and half of that from 3.38 V to the 3.5 V of a charger's constant-voltage phase.
        private const float EmptySlopeMillivoltsPerPercent = 250f;
        private const float BeyondFullSlope = 200f * PercentPerPosition;

        // At rest the voltage rises over the last 5 %, as both published points have it; while current is drawn the plateau goes on to 99.5 %.
        private const float RisePosition = 20f;
        private const float SteepPosition = 20.9f;
        private const float PlateauSlope = 0.49f; // The table has 3.328 V at 90 % and 3.329 V at 95 %.
        private const float KneeMillivolts = 3328f;
        private const float FullMillivolts = 3375f;
        private const float RiseSlope = FullMillivolts - KneeMillivolts - ((RisePosition - KneePosition) * PlateauSlope);
        private const float SteepSlope =
            (FullMillivolts - KneeMillivolts - ((SteepPosition - KneePosition) * PlateauSlope)) / (FullPosition - SteepPosition);

        // mV to the whole of a branch of discharge, of which an eighth of what charging adds is the size.
        private const float DischargeBranchMillivolts = 4.375f;

        // What charging adds, over what it adds on the plateau, at 92.5, 93 ... 100 % SOC; a straight line leads there from 1 at 85 %.
        private readonly float[] _knee;
        private readonly float[] _intercepts = new float[LastSegment + 1];
        private readonly float[] _slopes = new float[LastSegment + 1];

        // No property of the curve but what TopMillivolts found besides: a board's interpreter has no cheap way to hand back three numbers.
        internal float TopGradient;
        internal float TopKnee;

        private OcvCurve(int[] millivolts, float[] knee)
        {
            SetSegment(0, 1, millivolts[0], EmptySlopeMillivoltsPerPercent * PercentPerPosition);
            for (int point = 0; point < PointCount - 1; point++)
            {
                SetSegment(point + 1, point + 1, millivolts[point], millivolts[point + 1] - millivolts[point]);
            }

            _knee = knee;
        }

        /// <summary>
        /// An LFP cell: at rest at 25 degrees Celsius as its maker has it (Gotion IFP28148115A, Q/GX 030-2019, appendix A.4), its last percents
        /// and what charging adds as measured on another (JYHPFL333838, the Trezor firmware's fuel gauge).
        /// </summary>
        public static OcvCurve CreateLfp()
        {
            return new OcvCurve(
                new int[]
                {
                    2928, 3180, 3210, 3230, 3253, 3272, 3284, 3286, 3288, // 0 to 40 %
                    3289, 3290, 3294, 3310, 3324, 3327, 3328, 3328, 3328, // 45 to 85 %
                },
                new float[]
                {
                    1.729f, 1.8f, 1.871f, 1.943f, 2.014f, 2.086f, 2.111f, 2.151f, // 92.5 to 96 %
                    2.22f, 2.331f, 2.529f, 2.811f, 3.309f, 4.006f, 5.274f, 7.714f, // 96.5 to 100 %
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
            if (position >= KneePosition)
            {
                return TopMillivolts(position, 0f);
            }

            position = position < PositionMin ? PositionMin : position;
            int segment = position <= 0f ? 0 : (int)position;
            return _intercepts[segment] + (_slopes[segment] * position);
        }

        /// <summary>Voltage from 85 % upwards; <see cref="TopGradient"/> and <see cref="TopKnee"/> then belong to it.</summary>
        /// <param name="position">18 or more.</param>
        /// <param name="branchMillivolts">What charging adds on the plateau, mV; 0 at rest, below 0 while current is drawn.</param>
        /// <returns>mV, with what charging adds or drawing takes here beyond the plateau.</returns>
        internal float TopMillivolts(float position, float branchMillivolts)
        {
            float at = position < PositionMax ? position : PositionMax;
            float plateau = KneeMillivolts + ((at - KneePosition) * PlateauSlope);
            TopGradient = at < FullPosition ? RiseSlope : BeyondFullSlope;
            float voltage = FullMillivolts + ((at - FullPosition) * TopGradient);
            if (at < RisePosition)
            {
                voltage = plateau;
                TopGradient = PlateauSlope;
            }

            TopKnee = 0f;
            if (branchMillivolts > 0f)
            {
                // A straight line to the first bin, and beyond full as at full.
                float bins = (at - BinPosition) * BinsPerPosition;
                int bin = bins < 0f ? 0 : bins < LastBin ? (int)bins : LastBin;
                float rise = bins < 0f ? (_knee[0] - 1f) / (BinPosition - KneePosition)
                    : at < FullPosition ? (_knee[bin + 1] - _knee[bin]) * BinsPerPosition : 0f;
                float factor = at < FullPosition ? _knee[bin] + (rise * (bins - bin) / BinsPerPosition) : _knee[LastBin + 1];
                TopKnee = branchMillivolts * (factor - 1f);
                TopGradient += branchMillivolts * rise;
            }
            else if (branchMillivolts < 0f && at < FullPosition)
            {
                float drawn = at < SteepPosition ? plateau : FullMillivolts + ((at - FullPosition) * SteepSlope);
                float part = -branchMillivolts / DischargeBranchMillivolts;
                part = part < 1f ? part : 1f;
                TopKnee = (drawn - voltage) * part;
                TopGradient += ((at < SteepPosition ? PlateauSlope : SteepSlope) - TopGradient) * part;
            }

            return voltage + TopKnee;
        }

        private void SetSegment(int segment, int atPosition, float millivolts, float slope)
        {
            _slopes[segment] = slope;
            _intercepts[segment] = millivolts - (slope * atPosition);
        }
    }
}
