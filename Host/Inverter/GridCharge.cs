namespace BatterySim.Host.Inverter
{
    /// <summary>Whether the grid charges the battery, because the battery asks for it or because the inverter is set so.</summary>
    /// <remarks>
    /// Forced charge: "from any source regardless of settings" (Sol-Ark integration guide V2.6, page 5). By setting: from "Start %" or "Start V"
    /// on; that it ends where Float begins or at SOC 100 % is assumed.
    /// </remarks>
    internal sealed class GridCharge(InverterSettings settings, BmsData bmsData)
    {
        private const int Full = 1000;

        /// <summary>True while the inverter charges from the grid by its own setting.</summary>
        public bool IsStarted { get; private set; }

        /// <summary>True while the bank asks for a charge, whether or not there is anything to give it.</summary>
        public bool IsForced => settings.UsesBms && bmsData.ForceChargeRequested;

        /// <summary>Power with which the grid answers a full-charge request, W; 0 for none.</summary>
        public int FullChargeWatts =>
            settings.UsesBms && settings.GridPresent && bmsData.FullChargeRequested ? settings.Quirks.FullChargeWatts : 0;

        /// <summary>True while the grid gives all that it may.</summary>
        public bool IsCharging => settings.GridPresent && (IsForced || IsStarted);

        public void Run(int socPermille, int terminalMillivolts, ChargeStages stages)
        {
            bool isEnabled = settings.GridChargeEnabled && settings.GridPresent;
            bool isLow = !settings.UsesBms && settings.BatteryMode == BatteryMode.Volts
                ? terminalMillivolts <= settings.GridChargeStartMillivolts
                : socPermille >= 0 && socPermille <= settings.GridChargeStartPermille;
            if (isEnabled && isLow && !IsStarted)
            {
                stages.BeginBulk();
                IsStarted = true;
            }

            bool isFull = stages.Stage == InverterStage.FloatCharge || socPermille >= Full;
            IsStarted = IsStarted && isEnabled && (isLow || !isFull);
        }

        public void Restart() => IsStarted = false;
    }
}
