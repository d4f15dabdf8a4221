namespace BatterySim.Host.Inverter
{
    /// <summary>W31: what the battery says cannot be. A warning; the inverter goes on.</summary>
    /// <remarks>Field (Deye): 0x356 in 0.1 V, and CVL 0.1 V for "off". The window and the delay are assumed and are quirks.</remarks>
    internal sealed class PlausibilityGuard(InverterSettings settings, BmsData bmsData)
    {
        private readonly DelayedCondition _impossible = new();

        public InverterWarning Warning { get; private set; }

        /// <summary>True while the next step may find otherwise by time alone.</summary>
        public bool IsPending => _impossible.IsPending;

        public void Run(long nowMilliseconds)
        {
            bool isImpossible = settings.Quirks.WarnsOfImpossibleValues && settings.UsesBms && (IsCvlImpossible() || IsVoltageImpossible());
            Warning = _impossible.Run(nowMilliseconds, isImpossible, settings.Quirks.WarningDelayMilliseconds)
                ? InverterWarning.BatteryCommunication
                : InverterWarning.None;
        }

        public void Restart()
        {
            _impossible.Clear();
            Warning = InverterWarning.None;
        }

        private bool IsCvlImpossible() =>
            bmsData.ChargeVoltageLimitMillivolts.IsKnown && bmsData.ChargeVoltageLimitMillivolts.Value < settings.Quirks.CvlMinMillivolts;

        private bool IsVoltageImpossible()
        {
            ReceivedValue voltage = bmsData.VoltageMillivolts;
            return voltage.IsKnown
                && (voltage.Value < settings.Quirks.VoltageMinMillivolts || voltage.Value > settings.Quirks.VoltageMaxMillivolts);
        }
    }
}
