namespace BatterySim.Hardware
{
    /// <summary>The RUN and ALM LEDs, lit as on a PACE panel: RUN flashes at rest and while charging and is lit while discharging;
    /// ALM blinks for an alarm and is lit for a protection.</summary>
    /// <remarks>
    /// Three signs are this board's own: both LEDs blink together five times a second while the CAN controller does not answer;
    /// RUN counts the SOC in fifths when asked; and ALM, then both, are lit while RST is held for 3 s and 6 s.
    /// </remarks>
    public sealed class PanelLeds
    {
        private const int FlickerMilliseconds = 100;
        private const int FlashMilliseconds = 1000;
        private const int FlashOnMilliseconds = 250;
        private const int BlinkMilliseconds = 500;
        private const int SocStepMilliseconds = 600;
        private const int SocPauseMilliseconds = 600;

        private readonly IOutputPin _run;
        private readonly IOutputPin _alarm;
        private readonly bool _isActiveLow;
        private bool _isRunLit;
        private bool _isAlarmLit;
        private int _phaseMilliseconds;
        private int _socMilliseconds = -1;
        private int _socBlinks;

        /// <summary>Takes the pins and darkens both LEDs.</summary>
        /// <param name="run">Pin of the green LED.</param>
        /// <param name="alarm">Pin of the red LED.</param>
        /// <param name="isActiveLow">True where an LED hangs between 3.3 V and its pin.</param>
        public PanelLeds(IOutputPin run, IOutputPin alarm, bool isActiveLow)
        {
            _run = run;
            _alarm = alarm;
            _isActiveLow = isActiveLow;
            run.Write(isActiveLow);
            alarm.Write(isActiveLow);
        }

        /// <summary>Present state of the battery that the board plays.</summary>
        public PanelState State { get; set; }

        /// <summary>True while it has an alarm.</summary>
        public bool HasAlarm { get; set; }

        /// <summary>True while a protection is in force.</summary>
        public bool HasProtection { get; set; }

        /// <summary>True while the CAN controller does not answer.</summary>
        public bool IsControllerGone { get; set; }

        /// <summary>How long RST has been held, ms; 0 while it is not.</summary>
        public int HeldMilliseconds { get; set; }

        /// <summary>Counts the SOC on RUN: one blink for each fifth that has begun.</summary>
        /// <param name="permille">0 to 1000.</param>
        public void ShowSoc(int permille)
        {
            int fifths = (permille + 199) / 200;
            _socBlinks = fifths < 1 ? 1 : fifths > 5 ? 5 : fifths;
            _socMilliseconds = 0;
        }

        /// <summary>Lights the LEDs for this moment.</summary>
        public void Show(int elapsedMilliseconds)
        {
            _phaseMilliseconds += elapsedMilliseconds;
            if (_phaseMilliseconds >= FlashMilliseconds)
            {
                _phaseMilliseconds %= FlashMilliseconds;
            }

            if (HeldMilliseconds >= Bms.Battery.BmsPower.SleepHoldMilliseconds)
            {
                Light(HeldMilliseconds >= Bms.Battery.BmsPower.RestartHoldMilliseconds, true);
            }
            else if (IsControllerGone)
            {
                bool isLit = IsLitIn(2 * FlickerMilliseconds);
                Light(isLit, isLit);
            }
            else if (_socMilliseconds >= 0)
            {
                CountSoc(elapsedMilliseconds);
            }
            else
            {
                Light(FindRun(), State != PanelState.Asleep && (HasProtection || (HasAlarm && IsLitIn(BlinkMilliseconds))));
            }
        }

        private bool FindRun()
        {
            switch (State)
            {
                case PanelState.Starting: return IsLitIn(2 * FlickerMilliseconds);
                case PanelState.Ready: return _phaseMilliseconds < FlashOnMilliseconds;
                case PanelState.Discharging: return true;
                default: return false;
            }
        }

        private bool IsLitIn(int periodMilliseconds)
        {
            return _phaseMilliseconds % periodMilliseconds < periodMilliseconds / 2;
        }

        // A dark pause before and after, so that the count cannot be mistaken for the flashing around it.
        private void CountSoc(int elapsedMilliseconds)
        {
            _socMilliseconds += elapsedMilliseconds;
            int counted = _socMilliseconds - SocPauseMilliseconds;
            int all = _socBlinks * SocStepMilliseconds;
            Light(counted >= 0 && counted < all && counted % SocStepMilliseconds < SocStepMilliseconds / 2, false);
            if (counted >= all + SocPauseMilliseconds)
            {
                _socMilliseconds = -1;
            }
        }

        private void Light(bool isRunLit, bool isAlarmLit)
        {
            if (isRunLit != _isRunLit)
            {
                _isRunLit = isRunLit;
                _run.Write(isRunLit != _isActiveLow);
            }

            if (isAlarmLit != _isAlarmLit)
            {
                _isAlarmLit = isAlarmLit;
                _alarm.Write(isAlarmLit != _isActiveLow);
            }
        }
    }
}
