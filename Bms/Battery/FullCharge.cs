namespace BatterySim.Bms.Battery
{
    /// <summary>How one BMS comes to call its battery full, and what it does until it takes charge again.</summary>
    /// <remarks>
    /// Full is declared near CVL and below a tail current for a time, by profile. Then the gauge shows 100 % until a first share was drawn,
    /// and no charge is taken until SOC has fallen to the recharge point. On the way there CCL comes down in steps over the highest cell voltage.
    /// </remarks>
    public sealed class FullCharge
    {
        /// <summary>Steps of CCL: the last one is 0.</summary>
        public const int LastStep = 4;

        private const int Permille = 1000;
        private const int PermillePerPercent = 10;

        // A battery that is full refuses charge too, so one number has both; the step stands above it, since on a board each field of each
        // battery takes 12 bytes.
        private const int Taking = 0;
        private const int Refusing = 1;
        private const int Full = 2;
        private const int StageMask = 0x3;
        private const int OneStep = StageMask + 1;

        private int _stageAndStep;
        private int _seconds;

        // Read every few seconds of every battery, so that it is not a property: a call costs the interpreter of a board more than the rest.
        internal bool IsBusy;

        /// <summary>True from full until the first share was drawn: the gauge shows 100 %.</summary>
        public bool IsFull { get { return (_stageAndStep & StageMask) == Full; } }

        /// <summary>True from full until SOC has fallen to the recharge point: CCL is what the product allows a full battery.</summary>
        public bool IsRefusing { get { return (_stageAndStep & StageMask) != Taking; } }

        /// <summary>Step of CCL, 0 for none to <see cref="LastStep"/>.</summary>
        /// <remarks>A step is taken back only when the cells have come down to the release voltage.</remarks>
        public int Step { get { return _stageAndStep / OneStep; } }

        /// <summary>What the gauge shows.</summary>
        /// <param name="constants">What all batteries of the product have in common.</param>
        /// <param name="countedPermille">What the gauge has counted, permille.</param>
        public int Shown(BatteryConstants constants, int countedPermille)
        {
            int hold = constants.FullHoldPermille;
            return IsFull ? Permille : countedPermille > hold ? hold : countedPermille;
        }

        /// <summary>Starts anew at a state of charge that somebody set.</summary>
        public void Reset(int socPermille)
        {
            _seconds = 0;
            _stageAndStep = socPermille >= Permille ? Full : Taking;
            IsBusy = IsFull;
        }

        /// <summary>Looks every few seconds.</summary>
        /// <param name="constants">What all batteries of the product have in common.</param>
        /// <param name="seconds">Time since the last look.</param>
        /// <param name="countedPermille">What the gauge has counted, permille.</param>
        /// <param name="voltageMillivolts">Voltage of the battery.</param>
        /// <param name="cellMaxMillivolts">Highest cell voltage.</param>
        /// <param name="currentMilliamps">Charging positive.</param>
        /// <returns>True if the battery becomes full now.</returns>
        public bool Extrapolate(
            BatteryConstants constants, int seconds, int countedPermille, int voltageMillivolts, int cellMaxMillivolts, int currentMilliamps)
        {
            int stage = _stageAndStep & StageMask;
            int step = _stageAndStep / OneStep;
            if (cellMaxMillivolts >= constants.StepMillivolts[step])
            {
                step++;
            }
            else if (step != 0 && cellMaxMillivolts < constants.StepReleaseMillivolts)
            {
                step = 0;
            }

            if (stage == Refusing || (stage == Full && countedPermille <= Permille - constants.FullReleasePermille))
            {
                // In whole percents, as the inverter sees it.
                int percent = (countedPermille + (PermillePerPercent / 2)) / PermillePerPercent;
                stage = percent * PermillePerPercent >= constants.RechargePermille ? Refusing : Taking;
            }

            _stageAndStep = (step * OneStep) | stage;
            if (stage == Full || currentMilliamps < 0 || currentMilliamps > constants.FullTailMilliamps
                || (voltageMillivolts < constants.FullMillivolts && step < LastStep))
            {
                _seconds = 0;
                IsBusy = _stageAndStep != 0;
                return false;
            }

            IsBusy = true;

            _seconds += seconds;
            if (_seconds < constants.FullSeconds)
            {
                return false;
            }

            _stageAndStep = (step * OneStep) | Full;
            return true;
        }
    }
}
