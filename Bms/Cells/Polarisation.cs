namespace BatterySim.Bms.Cells
{
    /// <summary>One RC branch: voltage that builds up under current and decays at rest.</summary>
    public sealed class Polarisation
    {
        private readonly float _milliohms;
        private readonly float _share;
        private float _millivolts;

        /// <summary>Makes a branch without voltage.</summary>
        /// <param name="microohms">Its resistance.</param>
        /// <param name="seconds">Its time constant, 1 or more.</param>
        public Polarisation(int microohms, int seconds)
        {
            _milliohms = microohms / 1000f;
            _share = 1f - OneOverE(seconds);
        }

        /// <summary>Voltage across the branch, mV, positive after charging.</summary>
        public float Millivolts { get { return _millivolts; } }

        /// <summary>Lets one second pass; exact for a current that holds through it.</summary>
        public void StepOneSecond(float amps)
        {
            _millivolts += ((amps * _milliohms) - _millivolts) * _share;
        }

        /// <summary>Takes the voltage away, as after hours of rest.</summary>
        public void Clear()
        {
            _millivolts = 0f;
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
