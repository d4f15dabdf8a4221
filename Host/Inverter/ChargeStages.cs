using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>Bulk, Absorb, Float and Equalise: which voltage a charge goes up to.</summary>
    /// <remarks>
    /// Documented (Sol-Ark 15K manual, page 34): Absorption ends at 2 % of the capacity, then Float; Equalise every so many days for so many
    /// hours, 0 hours for never. Assumed: everything that the constants below say, and that an equalisation follows the end of an absorption.
    /// </remarks>
    internal sealed class ChargeStages(InverterSettings settings)
    {
        // Absorb ends below 2 % of the capacity: Sol-Ark 15K manual, page 34.
        private const int TailPermille = 20;

        // The charge voltage counts as reached within this. Assumed.
        private const int ReachedMillivolts = 100;

        // The current must have been below 2 % for so long. Assumed: a cloud is not a full battery.
        private const int TailMilliseconds = 60_000;

        // A battery so far below its stage's voltage is charged from the beginning. Assumed.
        private const int RebulkMillivolts = 1_000;

        private const long MillisecondsPerHour = 3_600_000;

        private readonly DelayedCondition _tail = new();
        private long _equalisedMilliseconds = -settings.EqualiseElapsedHours * MillisecondsPerHour;
        private long _equaliseStartMilliseconds;
        private bool _hasEqualised;

        /// <summary>Bulk, Absorb, FloatCharge or Equalise.</summary>
        public InverterStage Stage { get; private set; } = InverterStage.Bulk;

        /// <summary>Voltage to charge up to, mV.</summary>
        public int TargetMillivolts { get; private set; }

        /// <summary>True while the next step may come to another stage by time alone.</summary>
        public bool IsPending => _tail.IsPending || (Stage != InverterStage.Bulk && settings.EqualiseHours != 0);

        public void Run(long nowMilliseconds, int terminalMillivolts, int currentMilliamps, int cvlMillivolts)
        {
            Stage = Next(nowMilliseconds, terminalMillivolts, currentMilliamps, TargetOf(Stage, cvlMillivolts));
            TargetMillivolts = TargetOf(Stage, cvlMillivolts);
        }

        /// <summary>
        /// True where the inverter sets its own SOC to 100 %: after an equalisation where it is set to equalise (documented: Powersync for
        /// Sol-Ark), otherwise in Float (assumed).
        /// </summary>
        public bool ResetsSoc => Stage == InverterStage.FloatCharge && (settings.EqualiseHours == 0 || _hasEqualised);

        /// <summary>Begins a charge anew.</summary>
        public void BeginBulk()
        {
            _tail.Clear();
            _hasEqualised = false;
            Stage = InverterStage.Bulk;
        }

        private InverterStage Next(long nowMilliseconds, int terminalMillivolts, int currentMilliamps, int target)
        {
            bool isReached = terminalMillivolts >= target - ReachedMillivolts;
            long tail = settings.BatteryCapacityAmpereHours * 1000L * TailPermille / 1000;
            bool isTail = Stage == InverterStage.Absorb && isReached && currentMilliamps >= 0 && currentMilliamps < tail;
            bool isFull = _tail.Run(nowMilliseconds, isTail, TailMilliseconds);

            // An equalisation may begin far below its own voltage: it starts where the absorption ended.
            int sunk = Stage == InverterStage.Equalise ? Math.Min(target, settings.AbsorptionMillivolts) : target;
            if (Stage != InverterStage.Bulk && terminalMillivolts < sunk - RebulkMillivolts)
            {
                return InverterStage.Bulk;
            }

            switch (Stage)
            {
                case InverterStage.Bulk: return isReached && currentMilliamps > 0 ? InverterStage.Absorb : InverterStage.Bulk;
                case InverterStage.Absorb: return isFull ? AfterFull(nowMilliseconds) : InverterStage.Absorb;
                case InverterStage.Equalise: return AfterEqualise(nowMilliseconds);
                default: return AfterFull(nowMilliseconds);
            }
        }

        private InverterStage AfterFull(long nowMilliseconds)
        {
            long due = _equalisedMilliseconds + (settings.EqualiseDays * 24L * MillisecondsPerHour);
            if (settings.EqualiseHours == 0 || nowMilliseconds < due)
            {
                return InverterStage.FloatCharge;
            }

            _equaliseStartMilliseconds = nowMilliseconds;
            return InverterStage.Equalise;
        }

        private InverterStage AfterEqualise(long nowMilliseconds)
        {
            if (nowMilliseconds - _equaliseStartMilliseconds < settings.EqualiseHours * MillisecondsPerHour)
            {
                return InverterStage.Equalise;
            }

            _equalisedMilliseconds = nowMilliseconds;
            _hasEqualised = true;
            return InverterStage.FloatCharge;
        }

        private int TargetOf(InverterStage stage, int cvlMillivolts)
        {
            int own = stage switch
            {
                InverterStage.FloatCharge => settings.FloatMillivolts,
                InverterStage.Equalise => settings.EqualiseMillivolts,
                _ => settings.AbsorptionMillivolts,
            };
            return settings.UsesBms && !settings.Quirks.OwnVoltagesCount ? cvlMillivolts : Math.Min(own, cvlMillivolts);
        }
    }
}
