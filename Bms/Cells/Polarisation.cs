namespace BatterySim.Bms.Cells
{
    /// <summary>One RC branch: voltage that builds up under current and decays at rest.</summary>
    public sealed class Polarisation
    {
        /// <summary>Its resistance, milliohms.</summary>
        internal readonly float Milliohms;

        /// <summary>Share of the way to its resting voltage that it goes in a second; exact for a current that holds through it.</summary>
        internal readonly float Share;

        /// <summary>Makes a branch. Its voltage is kept by its owner, so that sixteen batteries share one object.</summary>
        /// <param name="microohms">Its resistance.</param>
        /// <param name="seconds">Its time constant, 1 or more.</param>
        public Polarisation(int microohms, int seconds)
        {
            Milliohms = microohms / 1000f;
            Share = 1f - OneOverE(seconds);
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
