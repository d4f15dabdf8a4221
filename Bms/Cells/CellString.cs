using System.Runtime.CompilerServices;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Cells
{
    /// <summary>The cells of one battery in series: they carry the same current and differ in capacity, SOC and resistance.</summary>
    /// <remarks>
    /// A cell's SOC is a straight line over the charge of the battery, since all cells carry the same current:
    /// so only offset and slope are kept for each, and nothing but balancing ever changes an offset.
    /// </remarks>
    public sealed class CellString
    {
        private const float Million = 1000000f;

        private readonly CellConstants _constants;
        private readonly float[] _offsets;
        private readonly float[] _slopes;
        private readonly float[] _extraMilliohms;
        private float _maxGradient;
        private float _minGradient;
        private float _position;
        private float _amps;
        private float _overMillivolts;
        private int _maxIndex;
        private int _minIndex;
        private bool _hasSetOffsets;

        // Read every second of every battery: a property is a call, which costs the interpreter of a board more than the rest.
        // What charging adds to a cell on the plateau, or discharging takes off below 0, mV; and the sum of what it adds near full beyond that.
        internal float BranchMillivolts;
        internal float KneeSum;

        // What temperature adds to the rest voltage of each cell, mV.
        internal float ShiftMillivolts;
        internal float OcvSum;
        internal float HighestMillivolts;
        internal float LowestMillivolts;

        /// <summary>Makes the cells of a product; their differences come from the generator.</summary>
        public CellString(BatteryProfile profile, CellConstants constants, Prng random)
        {
            int count = profile.NumberOf(ProfileKey.CellCount);
            _constants = constants;
            _offsets = new float[count];
            _slopes = new float[count];
            _extraMilliohms = new float[count];
            Spread(profile, random);
        }

        /// <summary>Number of cells.</summary>
        public int Count { get { return _offsets.Length; } }

        /// <summary>Sum of the rest voltages at the last update, mV.</summary>
        public float OcvSumMillivolts { get { return OcvSum; } }

        /// <summary>Cell with the highest voltage, 0 for the first.</summary>
        public int MaxIndex { get { return _maxIndex; } }

        /// <summary>Cell with the lowest voltage, 0 for the first.</summary>
        public int MinIndex { get { return _minIndex; } }

        /// <summary>Voltage of one cell at the last <see cref="Update"/> or <see cref="Extrapolate"/>, mV.</summary>
        /// <remarks>Worked out when it is asked for: sixteen batteries would keep 1,500 bytes of voltages that hardly anybody reads.</remarks>
        public float MillivoltsOf(int cell)
        {
            OcvCurve curve = _constants.Curve;
            float at = _offsets[cell] + (_slopes[cell] * _position);
            at = at > OcvCurve.PositionMin ? at : OcvCurve.PositionMin;
            int segment = at > 0f ? (int)at : 0;
            float voltage = segment > OcvCurve.LastSegment
                ? curve.TopMillivolts(at, BranchMillivolts) : curve.Intercepts[segment] + (curve.Slopes[segment] * at);
            return voltage + ShiftMillivolts + _overMillivolts + (_amps * _extraMilliohms[cell]);
        }

        /// <summary>Moves one cell away from the others.</summary>
        /// <param name="cell">0 for the first.</param>
        /// <param name="permille">SOC by which it is to lie above the battery's when that is full, permille of full; negative for below.</param>
        public void SetSocOffset(int cell, int permille)
        {
            _hasSetOffsets = true;
            _offsets[cell] = 1f + ((1f - _slopes[cell] + (permille / 1000f)) * OcvCurve.PositionsPerSoc);
        }

        /// <summary>True once an offset was set, so that they are no longer those that the seed drew.</summary>
        public bool HasSetOffsets { get { return _hasSetOffsets; } }

        /// <summary>SOC by which one cell lies above the battery's when that is full, permille of full.</summary>
        public int SocOffsetOf(int cell)
        {
            float permille = (((_offsets[cell] - 1f) / OcvCurve.PositionsPerSoc) - 1f + _slopes[cell]) * 1000f;
            return (int)(permille < 0f ? permille - 0.5f : permille + 0.5f);
        }

        /// <summary>Works out every cell's voltage.</summary>
        /// <param name="soc">Charge of the battery over its capacity.</param>
        /// <param name="amps">Current, charging positive.</param>
        /// <param name="overMillivolts">What polarisation, branch and the mean resistance add to each cell, mV.</param>
        public void Update(float soc, float amps, float overMillivolts)
        {
            Remember(soc * OcvCurve.PositionsPerSoc, amps, overMillivolts);
            if (!UpdateOnTable())
            {
                UpdateBeyondTable();
            }
        }

        // False if a cell is near full or far below empty. One pass without a call: this loop is most of what the interpreter does for a battery.
        private bool UpdateOnTable()
        {
            OcvCurve curve = _constants.Curve;
            float[] offsets = _offsets;
            float[] slopes = _slopes;
            float[] extra = _extraMilliohms;
            float[] intercepts = curve.Intercepts;
            float[] gradients = curve.Slopes;
            float position = _position;
            float amps = _amps;
            float over = _overMillivolts + ShiftMillivolts;
            float sum = 0f;
            float max = float.MinValue;
            float min = float.MaxValue;
            int count = offsets.Length;
            for (int cell = 0; cell < count; cell++)
            {
                float at = offsets[cell] + (slopes[cell] * position);
                int segment = (int)at;
                if ((uint)segment >= (uint)gradients.Length)
                {
                    return false;
                }

                float gradient = gradients[segment];
                float voltage = intercepts[segment] + (gradient * at);
                sum += voltage;
                voltage += over + (amps * extra[cell]);
                if (voltage > max)
                {
                    max = voltage;
                    _maxIndex = cell;
                    _maxGradient = gradient;
                }

                if (voltage < min)
                {
                    min = voltage;
                    _minIndex = cell;
                    _minGradient = gradient;
                }
            }

            Finish(sum, 0f, max, min);
            return true;
        }

        /// <summary>As <see cref="Update"/>, but only for the two extreme cells, along the lines on which they were last found.</summary>
        /// <remarks>The sum follows the mean of these two lines.</remarks>
        [MethodImpl(Inline.Always)]
        public void Extrapolate(float soc, float amps, float overMillivolts)
        {
            float position = soc * OcvCurve.PositionsPerSoc;
            float step = position - _position;
            float over = overMillivolts - _overMillivolts;
            float ampStep = amps - _amps;
            OcvSum += (_maxGradient + _minGradient) * step * _constants.HalfCount;
            HighestMillivolts += (_maxGradient * step) + over + (ampStep * _extraMilliohms[_maxIndex]);
            LowestMillivolts += (_minGradient * step) + over + (ampStep * _extraMilliohms[_minIndex]);
            if (LowestMillivolts > HighestMillivolts)
            {
                // Their lines crossed: another cell is the lowest now, and it lies no higher than this.
                LowestMillivolts = HighestMillivolts;
            }

            Remember(position, amps, overMillivolts);
        }

        /// <summary>Bleeds for some seconds every cell that stands out near the top.</summary>
        /// <param name="seconds">Time that has passed, s.</param>
        public void Balance(int seconds)
        {
            if (HighestMillivolts <= _constants.BalanceStartMillivolts || HighestMillivolts - LowestMillivolts <= _constants.BalanceDeltaMillivolts)
            {
                return;
            }

            float level = LowestMillivolts + _constants.BalanceDeltaMillivolts;
            if (level < _constants.BalanceStartMillivolts)
            {
                level = _constants.BalanceStartMillivolts;
            }

            for (int cell = 0; cell < _offsets.Length; cell++)
            {
                if (MillivoltsOf(cell) > level)
                {
                    _offsets[cell] -= _constants.BalanceStep * seconds;
                }
            }
        }

        // The same wherever the cells are, in a method of its own, so that the calls in it do not stand on the frame of the quick one.
        private void UpdateBeyondTable()
        {
            OcvCurve curve = _constants.Curve;
            float over = _overMillivolts + ShiftMillivolts;
            float sum = 0f;
            float knee = 0f;
            float max = float.MinValue;
            float min = float.MaxValue;
            for (int cell = 0; cell < _offsets.Length; cell++)
            {
                float at = _offsets[cell] + (_slopes[cell] * _position);
                int segment = (int)at;
                float gradient;
                float voltage;
                if ((uint)segment <= OcvCurve.LastSegment)
                {
                    gradient = curve.Slopes[segment];
                    voltage = curve.Intercepts[segment] + (gradient * at);
                }
                else if (segment > 0)
                {
                    voltage = curve.TopMillivolts(at, BranchMillivolts);
                    gradient = curve.TopGradient;
                    knee += curve.TopKnee;
                }
                else
                {
                    // So far below empty a cell is dead; its voltage stays where it is.
                    voltage = curve.Intercepts[0] + (curve.Slopes[0] * OcvCurve.PositionMin);
                    gradient = 0f;
                }

                sum += voltage;
                voltage += over + (_amps * _extraMilliohms[cell]);
                if (voltage > max)
                {
                    max = voltage;
                    _maxIndex = cell;
                    _maxGradient = gradient;
                }

                if (voltage < min)
                {
                    min = voltage;
                    _minIndex = cell;
                    _minGradient = gradient;
                }
            }

            Finish(sum, knee, max, min);
        }

        private void Finish(float sum, float knee, float max, float min)
        {
            OcvSum = sum - knee + (ShiftMillivolts * _offsets.Length);
            KneeSum = knee;
            HighestMillivolts = max;
            LowestMillivolts = min;
        }

        private void Remember(float position, float amps, float overMillivolts)
        {
            _position = position;
            _amps = amps;
            _overMillivolts = overMillivolts;
        }

        private void Spread(BatteryProfile profile, Prng random)
        {
            float capacitySigma = profile.NumberOf(ProfileKey.CellCapacitySpreadPpm) / Million;
            float socSigma = profile.NumberOf(ProfileKey.CellSocSpreadPpm) / Million;
            float resistanceMax = profile.NumberOf(ProfileKey.CellResistanceSpreadPpm) / Million;
            float cellMilliohms = profile.NumberOf(ProfileKey.SeriesResistanceMicroohms) / 1000f / _offsets.Length;
            for (int cell = 0; cell < _offsets.Length; cell++)
            {
                _slopes[cell] = 1f / (1f + (capacitySigma * Normal(random)));

                // Balanced where the BMS balances, at the top: so a smaller cell is ahead of the others only further down.
                _offsets[cell] = 1f + (((1f - _slopes[cell]) + (socSigma * Normal(random))) * OcvCurve.PositionsPerSoc);
                _extraMilliohms[cell] = cellMilliohms * resistanceMax * random.Between(-1000, 1000) / 1000f;
            }

            // The battery's own charge, capacity and resistance are the mean of its cells.
            Centre(_slopes, 1f);
            Centre(_offsets, 1f);
            Centre(_extraMilliohms, 0f);
        }

        private static void Centre(float[] values, float mean)
        {
            float sum = 0f;
            for (int index = 0; index < values.Length; index++)
            {
                sum += values[index];
            }

            float excess = (sum / values.Length) - mean;
            for (int index = 0; index < values.Length; index++)
            {
                values[index] -= excess;
            }
        }

        // Twelve even draws add up to a bell of variance 1, near enough for cells and free of logarithms.
        private static float Normal(Prng random)
        {
            int sum = 0;
            for (int draw = 0; draw < 12; draw++)
            {
                sum += random.Between(0, 1000);
            }

            return (sum - 6000) / 1000f;
        }
    }
}
