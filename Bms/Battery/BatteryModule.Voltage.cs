using BatterySim.Bms.Cells;

namespace BatterySim.Bms.Battery
{
    // Voltage of the cells and of the source that the bank sees; the resistance and the temperature that it depends on.
    public sealed partial class BatteryModule
    {
        // What a BMS can measure of a cell, mV: nothing below 0, and its converter ends at 5 V.
        private const int CellMaxReadableMillivolts = 5000;

        // From here up the whole capacity can be drawn.
        private const int WholeCapacityDecidegrees = 250;

        // Series resistance at the present temperature. Read every second by the bank: a property is a call, which costs the interpreter more.
        internal float Milliohms;

        // All resistances over those at 25 degrees Celsius.
        private float _warmth = 1f;
        private float _fastMillivolts;
        private float _slowMillivolts;
        private float _lossMilliwatts;
        private int _sourceMicrovolts;
        private int _voltageMillivolts;
        private int _temperatureDecidegrees;
        private int _cellMaxMillivolts;
        private int _cellMinMillivolts;

        /// <summary>Cells in series.</summary>
        public int CellCount { get { return _cells.Count; } }

        /// <summary>Voltage that the BMS measures, on the cells' side of breaker and FETs, mV.</summary>
        public int VoltageMillivolts { get { return _voltageMillivolts; } }

        /// <summary>Highest cell voltage, mV.</summary>
        public int CellMaxMillivolts { get { return _cellMaxMillivolts; } }

        /// <summary>Lowest cell voltage, mV.</summary>
        public int CellMinMillivolts { get { return _cellMinMillivolts; } }

        /// <summary>Voltage of the source behind the series resistance, microvolts.</summary>
        public int SourceMicrovolts { get { return _sourceMicrovolts; } }

        /// <summary>Series resistance at the present temperature, milliohms.</summary>
        public float SeriesMilliohms { get { return Milliohms; } }

        /// <summary>Series resistance in permille of that of a new battery at the same temperature.</summary>
        public int ResistancePermille { get { return (int)((Milliohms / (_constants.NewSeriesMilliohms * _warmth) * Permille) + 0.5f); } }

        /// <summary>Cell temperature, 0.1 degree Celsius.</summary>
        public int TemperatureDecidegrees { get { return _temperatureDecidegrees; } }

        /// <summary>Temperature of the room, 0.1 degree Celsius.</summary>
        public int AmbientDecidegrees
        {
            get { return ToDecidegrees(_heat.AmbientDegrees); }
            set { _heat.AmbientDegrees = value / 10f; }
        }

        /// <summary>Power that turned into heat in the last second, mW. It may dip below 0 while polarisation gives back what it stored.</summary>
        public float LossMilliwatts { get { return _lossMilliwatts; } }

        /// <summary>Sets the cell temperature, 0.1 degree Celsius.</summary>
        public void SetTemperature(int decidegrees)
        {
            _heat.Degrees = decidegrees / 10f;
            UpdateConditions();
            Update(true);
        }

        /// <summary>Sets the series resistance in permille of that of a new battery.</summary>
        /// <param name="permille">100 to 100000; what lies outside is cut.</param>
        public void SetResistancePermille(int permille)
        {
            int clamped = permille < 100 ? 100 : permille > 100000 ? 100000 : permille;
            Milliohms = _constants.NewSeriesMilliohms * _warmth * clamped / Permille;
        }

        private void Update(bool isEveryCell)
        {
            BatteryConstants constants = _constants;
            int counted = CountedPermille();
            if ((counted != _socPermille && (isEveryCell || counted <= constants.CountedAsShownPermille))
                || (isEveryCell && (ToDecidegrees(_heat.Degrees) != _temperatureDecidegrees || IsColdBranch())))
            {
                UpdateConditions();
            }

            float soc = (float)_chargeMilliampMilliseconds / _capacityMilliampMilliseconds;
            float amps = _currentMilliamps / 1000f;
            float over = _cells.BranchMillivolts + ((_fastMillivolts + _slowMillivolts) * constants.CellCountInverse);
            float drop = amps * Milliohms;
            if (isEveryCell)
            {
                _cells.Update(soc, amps, over + (drop * constants.CellCountInverse));
            }
            else
            {
                _cells.Extrapolate(soc, amps, over + (drop * constants.CellCountInverse));
            }

            int cellMax = (int)(_cells.HighestMillivolts + 0.5f);
            int cellMin = (int)(_cells.LowestMillivolts + 0.5f);
            if (cellMin < 0 || cellMax > CellMaxReadableMillivolts)
            {
                // A line that was followed past the end of the curve says any voltage; what every cell has ends where the curve does.
                _cells.Update(soc, amps, over + (drop * constants.CellCountInverse));
                cellMin = Readable((int)(_cells.LowestMillivolts + 0.5f));
                cellMax = Readable((int)(_cells.HighestMillivolts + 0.5f));
            }

            _cellMaxMillivolts = cellMax;
            _cellMinMillivolts = cellMin;
            float source = _cells.OcvSum + _cells.KneeSum + (over * constants.CellCount);
            int voltage = (int)(source + drop + 0.5f);
            _sourceMicrovolts = (int)(source * 1000f);
            _voltageMillivolts = voltage < 0 ? 0 : voltage;
            _socPermille = counted <= constants.CountedAsShownPermille
                ? counted : Shown(counted, over - _cells.BranchMillivolts + (drop * constants.CellCountInverse));
        }

        // What depends on temperature and SOC is worked out when one of them has changed; current sharing uses it from the next step on.
        private void UpdateConditions()
        {
            BatteryConstants constants = _constants;
            int temperature = ToDecidegrees(_heat.Degrees);
            _temperatureDecidegrees = temperature;
            float soc = (float)_chargeMilliampMilliseconds / _capacityMilliampMilliseconds;
            float warmth = constants.Resistances.PermilleAt(temperature) * CellConditions.ResistanceAt(soc) / 1000f;
            Milliohms = Milliohms / _warmth * warmth;
            _warmth = warmth;
            float shift = CellConditions.MillivoltsAt(soc, temperature);
            float branch = _cells.BranchMillivolts;
            if (IsColdBranch())
            {
                // What the cold keeps back is as if it were drawn already, in the measure in which the cells are on their branch of discharge.
                int left = constants.Capacities.PermilleAt(temperature);
                float used = (1f - soc) * 1000f / (left > 0 ? left : 1);
                float part = branch / (constants.BranchMillivolts * warmth * CurveBranch.DischargePart);
                shift += (constants.Cells.Curve.MillivoltsAt(1f - used) - constants.Cells.Curve.MillivoltsAt(soc)) * (part < 1f ? part : 1f);
            }

            _cells.ShiftMillivolts = shift;
        }

        // The cold keeps charge back while it is drawn.
        private bool IsColdBranch()
        {
            return _cells.BranchMillivolts < 0f && _temperatureDecidegrees < WholeCapacityDecidegrees;
        }

        private static int Readable(int cellMillivolts)
        {
            return cellMillivolts < 0 ? 0 : cellMillivolts > CellMaxReadableMillivolts ? CellMaxReadableMillivolts : cellMillivolts;
        }
    }
}
