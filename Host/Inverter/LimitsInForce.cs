using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>The limits that the inverter keeps to: those of the battery, those of its menus and those of its model.</summary>
    /// <remarks>
    /// Charge: min("Max A charge", CCL, model) (Discover 805-0038; Sol-Ark integration guide V2.6, page 5). A bank that withdraws its enable
    /// gets nothing (Pylontech V1.2). In open loop the battery has no say.
    /// </remarks>
    internal sealed class LimitsInForce(InverterSettings settings, BmsData bmsData, GridConnection grid)
    {
        private const int Full = 1000;

        private int _ccl;
        private int _dcl;
        private int _lastCcl;
        private int _lastDcl;

        /// <summary>CVL, mV.</summary>
        public int ChargeVoltageMillivolts { get; private set; }

        /// <summary>DVL, mV; 0 for none.</summary>
        public int DischargeVoltageMillivolts { get; private set; }

        /// <summary>Most charge current, mA.</summary>
        public int ChargeMilliamps { get; private set; }

        /// <summary>Most discharge current, mA.</summary>
        public int DischargeMilliamps { get; private set; }

        public void Run()
        {
            int model = InverterModels.LimitMilliamps(settings.Model);
            int inverters = settings.InvertersAtWork;
            int charge = Math.Min(settings.ChargeLimitMilliamps, model) * inverters;
            int discharge = Math.Min(settings.DischargeLimitMilliamps, model) * inverters;
            if (settings.UsesBms)
            {
                OnReceived();
                charge = Math.Min(charge, BatteryCharge(charge));
                discharge = Math.Min(discharge, BatteryDischarge(discharge));
            }
            else
            {
                ChargeVoltageMillivolts = int.MaxValue;
                DischargeVoltageMillivolts = 0;
            }

            ChargeMilliamps = Math.Max(0, charge);
            DischargeMilliamps = Math.Max(0, discharge);
        }

        public void Restart()
        {
            _ccl = _dcl = _lastCcl = _lastDcl = 0;
            ChargeVoltageMillivolts = DischargeVoltageMillivolts = ChargeMilliamps = DischargeMilliamps = 0;
        }

        // With CVL 0.1 V for "off" a Deye warned (W31) and went on with the limits that it had (field).
        private void OnReceived()
        {
            int cvl = bmsData.ChargeVoltageLimitMillivolts.Value;
            if (settings.Quirks.ImpossibleCvlKeepsLimits && cvl < settings.Quirks.CvlMinMillivolts)
            {
                return;
            }

            ChargeVoltageMillivolts = cvl;
            DischargeVoltageMillivolts = bmsData.DischargeVoltageLimitMillivolts.Value;
            _ccl = bmsData.ChargeCurrentLimitMilliamps.Value;
            _dcl = bmsData.DischargeCurrentLimitMilliamps.Value;
            _lastCcl = _ccl > 0 ? _ccl : _lastCcl;
            _lastDcl = _dcl > 0 ? _dcl : _lastDcl;
        }

        private int BatteryCharge(int own)
        {
            bool isZero = _ccl <= 0 || !bmsData.ChargeEnabled;
            int limit = _ccl;
            if (isZero)
            {
                bool goesOn = settings.Quirks.ZeroCclIgnored && bmsData.SocPermille.Value < Full;
                limit = !goesOn ? 0 : _lastCcl > 0 ? _lastCcl : own;
            }

            return (int)Math.Min(int.MaxValue, (long)limit * (1000 + settings.Quirks.CclOvershootPermille) / 1000);
        }

        private int BatteryDischarge(int own)
        {
            if (_dcl > 0 && bmsData.DischargeEnabled)
            {
                return _dcl;
            }

            bool goesOn = settings.Quirks.ZeroDclIgnored && !grid.IsConnected && bmsData.SocPermille.Value > 0;
            return !goesOn ? 0 : _lastDcl > 0 ? _lastDcl : own;
        }
    }
}
