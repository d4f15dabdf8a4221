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

        // A battery that is full refuses charge too, so one number has both; above it the step, and above that the seconds, all in one field,
        // since on a board each field of each battery takes 12 bytes.
        private const int Taking = 0;
        private const int Refusing = 1;
        private const int Full = 2;
        private const int StageMask = 0x3;
        private const int StepShift = 2;
        private const int StepMask = 0x7;
        private const int SecondsShift = 5;

        // Read every few seconds of every battery, so that it is not a property: a call costs the interpreter of a board more than the rest.
        // 0 while there is nothing to look at.
        internal int State;

        /// <summary>True from full until the first share was drawn: the gauge shows 100 %.</summary>
        public bool IsFull { get { return (State & StageMask) == Full; } }

        /// <summary>True from full until SOC has fallen to the recharge point: CCL is what the product allows a full battery.</summary>
        public bool IsRefusing { get { return (State & StageMask) != Taking; } }

        /// <summary>True from the time after full at which the charge FET opens, where a product does that.</summary>
        internal bool HasSettled(BatteryConstants constants)
        {
            int stage = State & StageMask;
            return stage == Refusing || (stage == Full && (State >> SecondsShift) >= constants.FullDelaySeconds);
        }

        /// <summary>Step of CCL, 0 for none to <see cref="LastStep"/>.</summary>
        /// <remarks>A step is taken back only when the cells have come down to the release voltage.</remarks>
        public int Step { get { return (State >> StepShift) & StepMask; } }

        /// <summary>What the gauge shows.</summary>
        /// <param name="constants">What all batteries of the product have in common.</param>
        /// <param name="countedPermille">What the gauge has counted, permille.</param>
        public int Shown(BatteryConstants constants, int countedPermille)
        {
            int hold = constants.HeldPermille;
            return IsFull ? Permille : countedPermille > hold ? hold : countedPermille;
        }

        /// <summary>Starts anew at a state of charge that somebody set.</summary>
        public void Reset(int socPermille)
        {
            State = socPermille >= Permille ? Full : Taking;
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
            int stage = State & StageMask;
            int step = (State >> StepShift) & StepMask;
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

            int standing = stage | (step << StepShift);
            if (stage == Full)
            {
                // What is counted on the way to full is counted on from full, as far as anybody asks for it.
                int since = State >> SecondsShift;
                State = standing | ((since < constants.FullDelaySeconds ? since + seconds : since) << SecondsShift);
                return false;
            }

            if (currentMilliamps < 0 || currentMilliamps > constants.FullTailMilliamps
                || (voltageMillivolts < constants.FullMillivolts && step < LastStep))
            {
                State = standing;
                return false;
            }

            int near = (State >> SecondsShift) + seconds;
            if (near < constants.FullSeconds)
            {
                State = standing | (near << SecondsShift);
                return false;
            }

            State = Full | (step << StepShift);
            return true;
        }
    }
}
