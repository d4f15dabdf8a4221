namespace BatterySim.Bms.Cells
{
    /// <summary>One RC branch: voltage that builds up under current and decays at rest.</summary>
    public sealed class Polarisation
    {
        private readonly float _milliohms;
        private readonly float _share;

        /// <summary>Makes a branch. Its voltage is kept by whoever has one, so that sixteen batteries share one object.</summary>
        /// <param name="microohms">Its resistance.</param>
        /// <param name="seconds">Its time constant, 1 or more.</param>
        public Polarisation(int microohms, int seconds)
        {
            _milliohms = microohms / 1000f;
            _share = 1f - OneOverE(seconds);
        }

        /// <summary>The voltage across the branch after one second, mV, positive after charging; exact for a current that holds through it.</summary>
        public float AfterOneSecond(float millivolts, float amps)
        {
            return millivolts + (((amps * _milliohms) - millivolts) * _share);
        }

        // e^(-1/seconds) by its series, exact for a float after ten terms: the core does without a mathematics library.
        private static float OneOverE(int seconds)
        {
            float x = -1f / seconds;
            float term = 1f;
            float sum = 1f;
            for (int power = 1; power <= 10; power++)
            {
                term = term * x / power;
                sum += term;
            }

            return sum;
        }
    }
}
