namespace BatterySim.Host.Inverter
{
    /// <summary>Watches over the battery's silence: F58 after more than 10 s, looked at again every five minutes.</summary>
    /// <remarks>Discover LYNK II with Sol-Ark, 805-0038 and 950-0025; Sol-Ark's text for F58.</remarks>
    public sealed class InverterLinkMonitor
    {
        /// <summary>Silence that is still borne, ms; the fault comes 1 ms later.</summary>
        public const int SilenceMaxMilliseconds = 10_000;

        /// <summary>Time between two looks whether the battery is back, ms.</summary>
        public const int RecheckMilliseconds = 300_000;

        private readonly bool _stopsOnBmsError;
        private long _recheckMilliseconds;

        internal InverterLinkMonitor(bool stopsOnBmsError)
        {
            _stopsOnBmsError = stopsOnBmsError;
        }

        /// <summary>Time of the last frame that the inverter understood, ms; 0, the start, if there was none.</summary>
        public long LastHeardMilliseconds { get; private set; }

        /// <summary>Frames that the inverter understood.</summary>
        public long HeardCount { get; private set; }

        /// <summary>True while F58 stands.</summary>
        public bool IsFaulted { get; private set; }

        /// <summary>Times that F58 came.</summary>
        public int FaultCount { get; private set; }

        /// <summary>Time of the next thing to do, ms.</summary>
        internal long NextEventMilliseconds =>
            IsFaulted ? _recheckMilliseconds : _stopsOnBmsError ? LastHeardMilliseconds + SilenceMaxMilliseconds + 1 : long.MaxValue;

        /// <summary>True if the battery was silent for longer than is borne.</summary>
        public bool IsSilentAt(long nowMilliseconds) => nowMilliseconds - LastHeardMilliseconds > SilenceMaxMilliseconds;

        internal void NoteFrame(long nowMilliseconds)
        {
            LastHeardMilliseconds = nowMilliseconds;
            HeardCount++;
        }

        internal void Run(long nowMilliseconds)
        {
            if (nowMilliseconds < NextEventMilliseconds)
            {
                return;
            }

            bool isSilent = IsSilentAt(nowMilliseconds);
            if (!IsFaulted)
            {
                IsFaulted = true;
                FaultCount++;
            }
            else if (!isSilent)
            {
                IsFaulted = false;
                return;
            }

            _recheckMilliseconds = nowMilliseconds + RecheckMilliseconds;
        }
    }
}
