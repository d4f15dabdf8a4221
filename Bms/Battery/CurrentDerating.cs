using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>CCL and DCL of one battery over its SOC, cell voltages and temperature.</summary>
    public sealed class CurrentDerating
    {
        private const int Permille = 1000;
        private const int Percent = 100;

        private readonly int _chargeMilliamps;
        private readonly int _dischargeMilliamps;
        private readonly int _taperStartPermille;
        private readonly int _taperPercent;
        private readonly int _fullPercent;
        private readonly int[] _stepPercents;
        private readonly int _dischargeTaperMillivolts;
        private readonly int _dischargeStopMillivolts;
        private readonly TemperatureTable _chargeTemperatures;
        private readonly TemperatureTable _dischargeTemperatures;

        /// <summary>Takes the levels of a product.</summary>
        public CurrentDerating(BatteryProfile profile)
        {
            _chargeMilliamps = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps);
            _dischargeMilliamps = profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps);
            _taperStartPermille = profile.NumberOf(ProfileKey.ChargeTaperStartPermille);
            _taperPercent = profile.NumberOf(ProfileKey.ChargeTaperPercent);
            _fullPercent = profile.NumberOf(ProfileKey.ChargeFullPercent);
            _stepPercents = new int[]
            {
                Percent,
                profile.NumberOf(ProfileKey.ChargeStepOnePercent),
                profile.NumberOf(ProfileKey.ChargeStepTwoPercent),
                profile.NumberOf(ProfileKey.ChargeStepThreePercent),
                0,
            };
            _dischargeTaperMillivolts = profile.NumberOf(ProfileKey.DischargeTaperCellMillivolts);
            _dischargeStopMillivolts = profile.NumberOf(ProfileKey.DischargeStopCellMillivolts);
            _chargeTemperatures = TemperatureTable.Parse(profile.TextOf(ProfileKey.ChargeTemperatureTable));
            _dischargeTemperatures = TemperatureTable.Parse(profile.TextOf(ProfileKey.DischargeTemperatureTable));
        }

        /// <summary>CCL with closed charge FET, mA.</summary>
        /// <param name="socPermille">SOC that the gauge shows.</param>
        /// <param name="temperatureDecidegrees">Cell temperature.</param>
        /// <param name="full">What the battery knows of its being full.</param>
        public int ChargeMilliamps(int socPermille, int temperatureDecidegrees, FullCharge full)
        {
            int percent = _stepPercents[full.Step];
            if (socPermille > _taperStartPermille && percent > _taperPercent)
            {
                percent = _taperPercent;
            }

            if (full.IsRefusing && percent > _fullPercent)
            {
                percent = _fullPercent;
            }

            int limit = _chargeMilliamps / Percent * percent;
            return _chargeTemperatures.IsWholeAt(temperatureDecidegrees)
                ? limit : Part(limit, _chargeTemperatures.PermilleAt(temperatureDecidegrees), Permille);
        }

        /// <summary>DCL with closed discharge FET, mA.</summary>
        public int DischargeMilliamps(int socPermille, int cellMinMillivolts, int temperatureDecidegrees)
        {
            if (socPermille <= 0)
            {
                return 0;
            }

            int limit = cellMinMillivolts >= _dischargeTaperMillivolts
                ? _dischargeMilliamps
                : Part(_dischargeMilliamps, cellMinMillivolts - _dischargeStopMillivolts, _dischargeTaperMillivolts - _dischargeStopMillivolts);
            return _dischargeTemperatures.IsWholeAt(temperatureDecidegrees)
                ? limit : Part(limit, _dischargeTemperatures.PermilleAt(temperatureDecidegrees), Permille);
        }

        // In steps of a tenth of an ampere, which is all that the wire carries.
        private static int Part(int limit, int part, int whole)
        {
            if (part <= 0)
            {
                return 0;
            }

            return part >= whole ? limit : limit / 100 * part / whole * 100;
        }
    }
}
