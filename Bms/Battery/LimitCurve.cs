using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>CCL and DCL of one battery over its SOC, cell voltages and temperature.</summary>
    public sealed class LimitCurve
    {
        private readonly int _chargeMilliamps;
        private readonly int _dischargeMilliamps;
        private readonly int _taperStartPermille;
        private readonly int _taperPercent;
        private readonly int _fullPercent;
        private readonly int _chargeTaperMillivolts;
        private readonly int _chargeStopMillivolts;
        private readonly int _dischargeTaperMillivolts;
        private readonly int _dischargeStopMillivolts;
        private readonly int _freezingDecidegrees;
        private readonly int _warmDecidegrees;

        /// <summary>Takes the levels of a product.</summary>
        public LimitCurve(BatteryProfile profile)
        {
            _chargeMilliamps = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps);
            _dischargeMilliamps = profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps);
            _taperStartPermille = profile.NumberOf(ProfileKey.ChargeTaperStartPermille);
            _taperPercent = profile.NumberOf(ProfileKey.ChargeTaperPercent);
            _fullPercent = profile.NumberOf(ProfileKey.ChargeFullPercent);
            _chargeTaperMillivolts = profile.NumberOf(ProfileKey.ChargeTaperCellMillivolts);
            _chargeStopMillivolts = profile.NumberOf(ProfileKey.ChargeStopCellMillivolts);
            _dischargeTaperMillivolts = profile.NumberOf(ProfileKey.DischargeTaperCellMillivolts);
            _dischargeStopMillivolts = profile.NumberOf(ProfileKey.DischargeStopCellMillivolts);
            _freezingDecidegrees = profile.NumberOf(ProfileKey.ChargeFreezingDecidegrees);
            _warmDecidegrees = profile.NumberOf(ProfileKey.ChargeWarmDecidegrees);
        }

        /// <summary>CCL with closed charge FET, mA.</summary>
        public int ChargeMilliamps(int socPermille, int cellMaxMillivolts, int temperatureDecidegrees)
        {
            int limit = _chargeMilliamps;
            if (socPermille > _taperStartPermille)
            {
                limit = limit / 100 * (socPermille >= 1000 ? _fullPercent : _taperPercent);
            }

            if (cellMaxMillivolts > _chargeTaperMillivolts)
            {
                limit = Part(limit, _chargeStopMillivolts - cellMaxMillivolts, _chargeStopMillivolts - _chargeTaperMillivolts);
            }

            if (temperatureDecidegrees < _warmDecidegrees)
            {
                limit = Part(limit, temperatureDecidegrees - _freezingDecidegrees, _warmDecidegrees - _freezingDecidegrees);
            }

            return limit;
        }

        /// <summary>DCL with closed discharge FET, mA.</summary>
        public int DischargeMilliamps(int socPermille, int cellMinMillivolts)
        {
            if (socPermille <= 0)
            {
                return 0;
            }

            return cellMinMillivolts >= _dischargeTaperMillivolts
                ? _dischargeMilliamps
                : Part(_dischargeMilliamps, cellMinMillivolts - _dischargeStopMillivolts, _dischargeTaperMillivolts - _dischargeStopMillivolts);
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
