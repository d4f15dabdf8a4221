namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>One set of limits of 0x351 in a log, and at which SOC, voltage and temperature it was sent.</summary>
    /// <param name="CvlDecivolts">CVL, 0.1 V.</param>
    /// <param name="CclDeciamps">CCL, 0.1 A.</param>
    /// <param name="DclDeciamps">DCL, 0.1 A.</param>
    /// <param name="DvlDecivolts">DVL, 0.1 V; null where the frame is too short for it.</param>
    public sealed record LimitRow(int CvlDecivolts, int CclDeciamps, int DclDeciamps, int? DvlDecivolts)
    {
        /// <summary>Frames.</summary>
        public long Count { get; private set; }

        /// <summary>SOC, %.</summary>
        public LimitRange Soc { get; private set; } = LimitRange.None;

        /// <summary>Bank voltage, mV.</summary>
        public LimitRange Millivolts { get; private set; } = LimitRange.None;

        /// <summary>Temperature, 0.1 degC.</summary>
        public LimitRange Decidegrees { get; private set; } = LimitRange.None;

        /// <summary>True if it was sent at 100 % only, but for a frame before the 0x355 that says so.</summary>
        public bool IsAtFull => Soc is { Maximum: 100, Minimum: >= 99 };

        internal void Observe(int? soc, int? millivolts, int? decidegrees)
        {
            Count++;
            Place(soc, millivolts, decidegrees);
        }

        internal void Place(int? soc, int? millivolts, int? decidegrees)
        {
            Soc = Soc.With(soc);
            Millivolts = Millivolts.With(millivolts);
            Decidegrees = Decidegrees.With(decidegrees);
        }
    }
}
