namespace BatterySim.Host.Inverter
{
    /// <summary>F55, F56 and F25: the voltage at the inverter's own terminals.</summary>
    /// <remarks>
    /// Sol-Ark's list of faults: F55 DC_VoltHigh, "high battery"; F56 DC_VoltLow, "over-discharged, wrong battery settings, or Lithium BMS has shut down"; F25 DC_Feedback,
    /// no battery but "Activate Battery" on. Thresholds, delay and release are assumed and are settings. F56 at CCL 0 is a quirk (field).
    /// </remarks>
    internal sealed class VoltageGuard(InverterSettings settings, BmsData bmsData, InverterFaults faults)
    {
        private readonly DelayedCondition _high = new();
        private readonly DelayedCondition _low = new();
        private readonly DelayedCondition _absent = new();
        private readonly DelayedCondition _zeroCcl = new();
        private readonly DelayedCondition _opened = new();
        private bool _isLow;
        private bool _wasPresent;

        /// <summary>True while the next step may find otherwise by time alone.</summary>
        public bool IsPending => _high.IsPending || _low.IsPending || _absent.IsPending || _zeroCcl.IsPending || _opened.IsPending;

        /// <summary>
        /// True if <see cref="Run"/> would find nothing at this voltage that it has not found already, while settings and what the battery
        /// said stay as they are and nothing is pending.
        /// </summary>
        public bool IsQuietAt(int terminalMillivolts) =>
            _wasPresent == settings.UsesBms && !_isLow && terminalMillivolts >= PowerStage.VoltageMinMillivolts
            && terminalMillivolts <= settings.HighVoltageFaultMillivolts - settings.VoltageFaultReleaseMillivolts
            && terminalMillivolts >= settings.LowVoltageFaultMillivolts + settings.VoltageFaultReleaseMillivolts;

        public void Run(long nowMilliseconds, int terminalMillivolts)
        {
            int delay = settings.VoltageFaultDelayMilliseconds;
            bool isPresent = terminalMillivolts >= PowerStage.VoltageMinMillivolts;
            bool isHighNow = terminalMillivolts >= settings.HighVoltageFaultMillivolts;
            bool staysHigh = terminalMillivolts > settings.HighVoltageFaultMillivolts - settings.VoltageFaultReleaseMillivolts;
            bool isLowNow = isPresent && terminalMillivolts < settings.LowVoltageFaultMillivolts;
            bool staysLow = terminalMillivolts < settings.LowVoltageFaultMillivolts + settings.VoltageFaultReleaseMillivolts;

            bool wasHigh = faults.Contains(InverterFault.DcVoltageHigh);
            faults.Set(InverterFault.DcVoltageHigh, _high.Run(nowMilliseconds, isHighNow, delay) || (wasHigh && staysHigh));
            _isLow = _low.Run(nowMilliseconds, isLowNow, delay) || (_isLow && staysLow);
            _wasPresent |= isPresent && settings.UsesBms;
            bool hasOpened = _opened.Run(nowMilliseconds, settings.UsesBms && _wasPresent && !isPresent, delay);
            faults.Set(InverterFault.DcVoltageLow, _isLow || hasOpened || _zeroCcl.Run(nowMilliseconds, IsZeroCclAFault(), delay));
            faults.Set(InverterFault.DcFeedback, _absent.Run(nowMilliseconds, settings.ActivatesBattery && !isPresent, delay));
        }

        public void Restart()
        {
            _high.Clear();
            _low.Clear();
            _absent.Clear();
            _zeroCcl.Clear();
            _opened.Clear();
            _isLow = false;
            _wasPresent = false;
        }

        private bool IsZeroCclAFault()
        {
            ReceivedValue limit = bmsData.ChargeCurrentLimitMilliamps;
            return settings.Quirks.FaultsOnZeroCcl && settings.UsesBms && limit.IsKnown && limit.Value <= 0;
        }
    }
}
