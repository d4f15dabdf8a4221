namespace BatterySim.Hardware
{
    /// <summary>Divides a CAN bit into quanta, for controllers with 16 quanta or more before the sample point and 3 after it.</summary>
    /// <remarks>
    /// <code>
    ///   | sync | propagation and phase 1 | phase 2 |     quantum = prescaler / clock
    ///   |  1   |         5 to 16         | 2 or 3  |     the bit is sampled between phase 1 and phase 2
    /// </code>
    /// Of all exact ways to make the rate with 8 to 20 quanta, the one with the most is taken, and in it the latest sample point up to
    /// 87.5 %; that is never before 75 %. More than 20 would need a longer first segment than there is, or sample earlier.
    /// The jump width is always 1 quantum: crystals are exact enough for it, and phase 2 has to be longer.
    /// </remarks>
    public sealed class CanBitTiming
    {
        /// <summary>Quanta by which an edge may shift a bit.</summary>
        public const int JumpWidthQuanta = 1;

        private const int SyncQuanta = 1;
        private const int SegmentTwoMin = 2;
        private const int QuantaMax = 20;
        private const int QuantaMin = 8;

        private readonly int _prescaler;
        private readonly int _segmentOne;
        private readonly int _segmentTwo;

        /// <summary>Finds the timing; <see cref="IsValid"/> tells whether there is one.</summary>
        /// <param name="clockHertz">Frequency that the prescaler divides, Hz.</param>
        /// <param name="bitsPerSecond">Bit rate, bit/s.</param>
        /// <param name="prescalerMax">Highest prescaler.</param>
        public CanBitTiming(int clockHertz, int bitsPerSecond, int prescalerMax)
        {
            for (int quanta = QuantaMax; quanta >= QuantaMin && _prescaler == 0; quanta--)
            {
                int prescaler = bitsPerSecond <= 0 ? 0 : clockHertz / quanta / bitsPerSecond;
                bool isExact = prescaler > 0 && prescaler <= prescalerMax && clockHertz == (long)prescaler * quanta * bitsPerSecond;

                // The shortest second segment that samples at 87.5 % at the latest.
                int two = (quanta + 7) / 8;
                two = two < SegmentTwoMin ? SegmentTwoMin : two;
                if (isExact)
                {
                    _prescaler = prescaler;
                    _segmentOne = quanta - SyncQuanta - two;
                    _segmentTwo = two;
                }
            }
        }

        /// <summary>True if the rate can be made exactly.</summary>
        public bool IsValid { get { return _prescaler != 0; } }

        /// <summary>Prescaler; 0 if there is no timing.</summary>
        public int Prescaler { get { return _prescaler; } }

        /// <summary>Quanta of propagation and phase 1 together, 5 to 16.</summary>
        public int SegmentOneQuanta { get { return _segmentOne; } }

        /// <summary>Quanta of phase 2, 2 or 3.</summary>
        public int SegmentTwoQuanta { get { return _segmentTwo; } }

        /// <summary>Quanta of a bit, 8 to 20; 1 if there is no timing.</summary>
        public int QuantaPerBit { get { return SyncQuanta + _segmentOne + _segmentTwo; } }

        /// <summary>Where in the bit it is sampled, permille of its time.</summary>
        public int SamplePointPermille { get { return 1000 * (SyncQuanta + _segmentOne) / QuantaPerBit; } }
    }
}
