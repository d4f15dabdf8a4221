namespace BatterySim.Host.Inverter
{
    /// <summary>Watches over the battery's silence: F58 after more than 10 s, looked at again every five minutes.</summary>
    /// <remarks>
    /// Discover LYNK II with Sol-Ark, 805-0038 and 950-0025; Sol-Ark's text for F58. Both "BMS Lithium Batt" and "BMS_Err_Stop" must be on;
    /// otherwise the inverter goes on with the last values. Assumed: that switching either of them off ends a fault that stands.
    /// </remarks>
    public sealed class InverterLinkMonitor
    {
        /// <summary>Silence that is still tolerated, ms; the fault comes 1 ms later.</summary>
        public const int SilenceMaxMilliseconds = 10_000;

        /// <summary>Time between two looks whether the battery is back, ms.</summary>
        public const int RecheckMilliseconds = 300_000;

        private readonly InverterSettings _settings;
        private readonly BmsData _bmsData;
        private long _startMilliseconds;
        private long _recheckMilliseconds;
        private bool _wasWatching;
        private bool _isEarly;

        internal InverterLinkMonitor(InverterSettings settings, BmsData bmsData)
        {
            _settings = settings;
            _bmsData = bmsData;
        }

        /// <summary>Time of the last frame that the inverter understood, ms; that of power-up if there was none.</summary>
        public long LastReceivedMilliseconds { get; private set; }

        /// <summary>Frames that the inverter understood.</summary>
        public long ReceivedCount { get; private set; }

        /// <summary>True while F58 stands.</summary>
        public bool IsFaulted { get; private set; }

        /// <summary>Times that F58 came.</summary>
        public int FaultCount { get; private set; }

        /// <summary>Time of the next thing to do, ms; in the past if it is due at once.</summary>
        internal long NextEventMilliseconds
        {
            get
            {
                if (!IsWatching)
                {
                    return IsFaulted ? 0 : long.MaxValue;
                }

                return IsFaulted ? _recheckMilliseconds : CanFallSilent ? QuietSince + SilenceMaxMilliseconds + 1 : long.MaxValue;
            }
        }

        private bool IsWatching => _settings.UsesBms && _settings.StopsOnBmsError;

        private bool HasReceivedSinceStart => LastReceivedMilliseconds > _startMilliseconds || _bmsData.ReceivedFrames != BatteryFrames.None;

        private bool CanFallSilent => _settings.Quirks.CountsSilenceFromPowerUp || HasReceivedSinceStart;

        // Since when the silence counts: that of the battery, or that of its most silent mandatory frame.
        private long QuietSince
        {
            get
            {
                BatteryFrames mandatory = _settings.Quirks.WatchesEveryMandatoryFrame ? _settings.Quirks.MandatoryFrames : BatteryFrames.None;
                return mandatory == BatteryFrames.None ? LastReceivedMilliseconds
                    : System.Math.Max(_startMilliseconds, _bmsData.LongestSilentSince(mandatory));
            }
        }

        /// <summary>True if the battery was silent for longer than is tolerated.</summary>
        public bool IsSilentAt(long nowMilliseconds) => nowMilliseconds - QuietSince > SilenceMaxMilliseconds;

        internal void OnFrame(long nowMilliseconds)
        {
            LastReceivedMilliseconds = nowMilliseconds;
            ReceivedCount++;
        }

        internal void Run(long nowMilliseconds)
        {
            if (IsWatching && !_wasWatching && !IsFaulted && !HasReceivedSinceStart)
            {
                _startMilliseconds = LastReceivedMilliseconds = nowMilliseconds;
            }

            _wasWatching = IsWatching;
            bool isUnacceptable = IsWatching && IsDclTooHigh();
            if (nowMilliseconds < NextEventMilliseconds && (IsFaulted || !isUnacceptable))
            {
                return;
            }

            bool staysForRestart = _isEarly && _settings.Quirks.EarlyFaultNeedsRestart;
            if (!IsFaulted)
            {
                IsFaulted = true;
                FaultCount++;
                _isEarly = !HasReceivedSinceStart;
            }
            else if (!IsWatching || (!isUnacceptable && !staysForRestart && !IsSilentAt(nowMilliseconds)))
            {
                IsFaulted = false;
                return;
            }

            _recheckMilliseconds = nowMilliseconds + RecheckMilliseconds;
        }

        internal void Restart(long nowMilliseconds)
        {
            _startMilliseconds = nowMilliseconds;
            LastReceivedMilliseconds = nowMilliseconds;
            IsFaulted = false;
            _isEarly = false;
        }

        private bool IsDclTooHigh()
        {
            int limit = _settings.Quirks.FaultDclMilliamps;
            ReceivedValue received = _bmsData.DischargeCurrentLimitMilliamps;
            return limit > 0 && received.IsKnown && received.Value >= limit;
        }
    }
}
