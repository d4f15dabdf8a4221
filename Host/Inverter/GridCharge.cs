using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>Whether grid or generator charge the battery, because it asks for it or because the inverter is set so.</summary>
    /// <remarks>
    /// Forced charge: "from any source regardless of settings" (Sol-Ark integration guide V2.6, page 5). By setting: from "Start %" or "Start V" on
    /// until the battery accepts 5 % or less of its capacity in A, not to an SOC; Time of Use alone changes that, and an interval of it without
    /// the Charge tick blocks the charge without a word (15K manual MA-00007 Rev 13, quoted by an installer). Assumed: that it accepts so little
    /// for 60 s, and that a current which the inverter itself holds back does not count.
    /// </remarks>
    internal sealed class GridCharge(InverterSettings settings, BmsData bmsData, GridConnection grid)
    {
        private const int AcceptedMilliseconds = 60_000;
        private const int MillisecondsPerMinute = 60_000;
        private const int MinutesPerDay = 24 * 60;

        private readonly DelayedCondition _accepted = new();

        /// <summary>True while the inverter charges from the grid by its own setting.</summary>
        public bool IsStarted { get; private set; }

        /// <summary>True while the next step may find otherwise by time alone.</summary>
        public bool IsPending => _accepted.IsPending || (settings.TimeOfUse && settings.GridChargeEnabled);

        /// <summary>True while the bank asks for a charge, whether or not there is anything to give it.</summary>
        public bool IsForced => settings.UsesBms && bmsData.ForceChargeRequested;

        /// <summary>Power with which the grid answers a full-charge request, W; 0 for none.</summary>
        public int FullChargeWatts =>
            settings.UsesBms && grid.IsConnected && bmsData.FullChargeRequested ? settings.Quirks.FullChargeWatts : 0;

        /// <summary>True while the grid gives all that it may.</summary>
        public bool IsCharging => grid.IsConnected && (IsForced || IsStarted);

        /// <summary>Current that the grid may give, mA: "Grid Charge A" is that of each inverter (documented).</summary>
        public int LimitMilliamps => settings.GridChargeLimitMilliamps * settings.InvertersAtWork;

        public void Run(long nowMilliseconds, int socPermille, int terminalMillivolts, int currentMilliamps, ChargeStages stages)
        {
            bool isEnabled = settings.GridChargeEnabled && grid.IsConnected;
            bool isDone = HasAccepted(nowMilliseconds, currentMilliamps, settings.ChargeLimitMilliamps * settings.InvertersAtWork)
                || stages.Stage == InverterStage.FloatCharge;
            bool isLow = IsLow(socPermille, terminalMillivolts);
            if (settings.TimeOfUse)
            {
                isEnabled = isEnabled && IsTicked(nowMilliseconds);
                isLow = socPermille >= 0 && socPermille < settings.TimeOfUseSocPermille;
                isDone = socPermille >= settings.TimeOfUseSocPermille;
            }

            if (isEnabled && isLow && !IsStarted)
            {
                stages.BeginBulk();
                IsStarted = true;
            }

            IsStarted = IsStarted && isEnabled && (isLow || !isDone);
        }

        public void Restart()
        {
            IsStarted = false;
            _accepted.Clear();
        }

        private bool IsLow(int socPermille, int terminalMillivolts) =>
            settings.GoesByVolts
                ? terminalMillivolts <= settings.GridChargeStartMillivolts
                : socPermille >= 0 && socPermille <= settings.GridChargeStartPermille;

        private bool HasAccepted(long nowMilliseconds, int currentMilliamps, int ownLimitMilliamps)
        {
            long least = settings.BatteryCapacityAmpereHours * (long)settings.GridChargeEndPermille;
            bool isLittle = IsStarted && currentMilliamps <= least && currentMilliamps < Math.Min(LimitMilliamps, ownLimitMilliamps);
            return _accepted.Run(nowMilliseconds, isLittle, AcceptedMilliseconds);
        }

        // The interval may lie around midnight.
        private bool IsTicked(long nowMilliseconds)
        {
            int now = (int)((settings.TimeOfDayMinutes + (nowMilliseconds / MillisecondsPerMinute)) % MinutesPerDay);
            int from = settings.TimeOfUseFromMinutes;
            int to = settings.TimeOfUseToMinutes;
            return from <= to ? now >= from && now < to : now >= from || now < to;
        }
    }
}
