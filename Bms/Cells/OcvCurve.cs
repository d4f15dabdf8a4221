namespace BatterySim.Bms.Cells
{
    /// <summary>Open-circuit voltage of a cell over its state of charge: a straight line between points 5 % apart.</summary>
    public sealed class OcvCurve
    {
        /// <summary>Number of points: 0, 5, 10 ... 100 % SOC.</summary>
        public const int PointCount = 21;

        private readonly float[] _millivolts = new float[PointCount];

        /// <summary>Makes a curve from its points.</summary>
        /// <param name="millivolts">Rest voltage in mV at 0, 5 ... 100 % SOC, never falling.</param>
        public OcvCurve(int[] millivolts)
        {
            for (int index = 0; index < PointCount; index++)
            {
                _millivolts[index] = millivolts[index];
            }
        }

        /// <summary>A lithium iron phosphate cell at rest; points as in Libre Solar's bms-firmware (Apache-2.0), which names no source of its own.</summary>
        public static OcvCurve CreateLfp()
        {
            return new OcvCurve(new int[]
            {
                2833, 3132, 3177, 3190, 3213, 3226, 3240, 3252, 3262, 3264, // 0 to 45 %
                3265, 3268, 3271, 3275, 3283, 3296, 3304, 3308, 3309, 3314, // 50 to 95 %
                3392, // 100 %
            });
        }

        /// <summary>Rest voltage at a state of charge.</summary>
        /// <param name="soc">0 to 1; outside it the first or last voltage holds.</param>
        /// <returns>mV.</returns>
        public float MillivoltsAt(float soc)
        {
            float[] points = _millivolts;
            float position = soc * (PointCount - 1);
            if (position <= 0f)
            {
                return points[0];
            }

            if (position >= PointCount - 1)
            {
                return points[PointCount - 1];
            }

            int index = (int)position;
            float low = points[index];
            return low + ((points[index + 1] - low) * (position - index));
        }
    }
}
