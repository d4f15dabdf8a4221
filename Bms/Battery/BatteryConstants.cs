using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>What all batteries of a bank have in common, worked out once from their product.</summary>
    /// <remarks>On a board each field of each battery takes 12 bytes, so that sixteen batteries share this.</remarks>
    public sealed class BatteryConstants
    {
        private const int Permille = 1000;

        // A charger that holds CVL is seen this far below it at most: its own error and the cable.
        private const int NearLimitMillivolts = 100;

        internal readonly CellConstants Cells;
        internal readonly CurrentDerating Limits;
        internal readonly Polarisation Fast;
        internal readonly Polarisation Slow;

        // No constant but a table to write on: one battery at a time hands its measurements to its protections.
        internal readonly int[] Quantities = new int[(int)Quantity.Count];
        internal readonly int NominalMilliampereHours;
        internal readonly long LossDivisor;
        internal readonly int SelfConsumptionMilliampMilliseconds;
        internal readonly int DeadBandMilliamps;
        internal readonly int LimiterStartMilliamps;
        internal readonly int LimiterMilliamps;
        internal readonly float CellCount;
        internal readonly float CellCountInverse;
        internal readonly float BranchMillivolts;
        internal readonly float NewSeriesMilliohms;
        internal readonly TemperatureTable Resistances;
        internal readonly TemperatureTable Capacities;

        // Time constants with which the cells come back from their branch, from a sixteenth of the way off to the whole: the three terms of
        // 40, 35 and 15 mV with 2 minutes, 25 minutes and 6 hours that are published for LFP after charge, as one term that slows down.
        internal readonly short[] RelaxationSeconds =
        {
            21600, 21306, 7850, 4052, 3062, 2618, 2249, 1519, 905, 617, 474, 393, 341, 305, 279, 260,
        };

        // Cell voltage at which CCL takes its next step, from each step; beyond the last one none.
        internal readonly int[] StepMillivolts;
        internal readonly int StepReleaseMillivolts;
        internal readonly int FullMillivolts;
        internal readonly int FullTailMilliamps;
        internal readonly int FullSeconds;
        internal readonly int ContinuousMilliamps;
        internal readonly int PeakSeconds;
        internal readonly int FullReleasePermille;

        // Below this cell voltage there is nothing to look at on the way to full.
        internal readonly int FullWatchCellMillivolts;

        internal readonly int StartupMilliseconds;
        internal readonly int SleepCellMillivolts;
        internal readonly int SleepSeconds;
        internal readonly int ShutdownCellMillivolts;
        internal readonly int ShutdownSeconds;
        internal readonly bool BreakerPowersBms;

        internal readonly int BreakerHoldMilliseconds;

        // Settings of the bank that an operator may change while it runs.
        internal int RechargePermille;
        internal int FullHoldPermille;

        // The same by a fault; below 0 while there is none. What is in force of the two stands in HeldPermille.
        internal int FaultHoldPermille = -1;
        internal int HeldPermille;
        internal bool FullOpensChargeFet;
        internal int FullDelaySeconds;

        // Up to here every gauge shows what it has counted, full or not; below 0 while any of them does otherwise.
        internal int CountedAsShownPermille;
        internal bool GaugesFollowVoltage;

        /// <summary>Takes them from a product.</summary>
        public BatteryConstants(BatteryProfile profile, OcvCurve curve)
        {
            Cells = new CellConstants(profile, curve);
            Limits = new CurrentDerating(profile);
            Fast = new Polarisation(
                profile.NumberOf(ProfileKey.FastPolarisationMicroohms), profile.NumberOf(ProfileKey.FastPolarisationSeconds));
            Slow = new Polarisation(
                profile.NumberOf(ProfileKey.SlowPolarisationMicroohms), profile.NumberOf(ProfileKey.SlowPolarisationSeconds));
            NominalMilliampereHours = profile.NumberOf(ProfileKey.CapacityMilliampereHours);
            int lostPermille = Permille - profile.NumberOf(ProfileKey.CoulombEfficiencyPermille);
            LossDivisor = lostPermille > 0 ? Permille / lostPermille : long.MaxValue;

            // mW over mV for one second, in mA ms.
            SelfConsumptionMilliampMilliseconds =
                (int)(profile.NumberOf(ProfileKey.SelfConsumptionMilliwatts) * 1000000L / profile.NumberOf(ProfileKey.NominalVoltageMillivolts));
            DeadBandMilliamps = profile.NumberOf(ProfileKey.CurrentDeadBandMilliamps);
            LimiterStartMilliamps = profile.NumberOf(ProfileKey.ChargeLimiterStartMilliamps);
            LimiterMilliamps = profile.NumberOf(ProfileKey.ChargeLimiterMilliamps);
            int cells = profile.NumberOf(ProfileKey.CellCount);
            CellCount = cells;
            CellCountInverse = 1f / cells;
            BranchMillivolts = profile.NumberOf(ProfileKey.HysteresisMicrovolts) / 1000f;
            Resistances = TemperatureTable.Parse(profile.TextOf(ProfileKey.ResistanceTemperatureTable));
            Capacities = TemperatureTable.Parse(profile.TextOf(ProfileKey.CapacityTemperatureTable));
            NewSeriesMilliohms = profile.NumberOf(ProfileKey.SeriesResistanceMicroohms) / 1000f;
            StepMillivolts = new int[]
            {
                profile.NumberOf(ProfileKey.ChargeStepOneCellMillivolts),
                profile.NumberOf(ProfileKey.ChargeStepTwoCellMillivolts),
                profile.NumberOf(ProfileKey.ChargeStepThreeCellMillivolts),
                profile.NumberOf(ProfileKey.ChargeStopCellMillivolts),
                int.MaxValue,
            };
            StepReleaseMillivolts = profile.NumberOf(ProfileKey.ChargeStepReleaseCellMillivolts);
            FullMillivolts = profile.NumberOf(ProfileKey.ChargeVoltageLimitMillivolts) - NearLimitMillivolts;
            FullTailMilliamps = (int)((long)NominalMilliampereHours * profile.NumberOf(ProfileKey.FullTailPermille) / Permille);
            FullSeconds = profile.NumberOf(ProfileKey.FullSeconds);
            FullHoldPermille = profile.NumberOf(ProfileKey.FullHoldPermille);
            ContinuousMilliamps = profile.NumberOf(ProfileKey.ContinuousCurrentMilliamps);
            PeakSeconds = SecondsOf(profile, ProfileKey.PeakSeconds);
            FullReleasePermille = profile.NumberOf(ProfileKey.FullReleasePermille);
            int perCell = FullMillivolts / profile.NumberOf(ProfileKey.CellCount);
            FullWatchCellMillivolts = perCell < StepMillivolts[0] ? perCell : StepMillivolts[0];
            FullDelaySeconds = profile.NumberOf(ProfileKey.FullDelaySeconds);
            FullOpensChargeFet = profile.NumberOf(ProfileKey.FullOpensChargeFet) != 0;
            RechargePermille = profile.NumberOf(ProfileKey.RechargePermille);
            StartupMilliseconds = profile.NumberOf(ProfileKey.StartupMilliseconds);
            SleepCellMillivolts = profile.NumberOf(ProfileKey.SleepCellMillivolts);
            SleepSeconds = SecondsOf(profile, ProfileKey.SleepSeconds);
            ShutdownCellMillivolts = profile.NumberOf(ProfileKey.ShutdownCellMillivolts);
            ShutdownSeconds = SecondsOf(profile, ProfileKey.ShutdownSeconds);
            BreakerPowersBms = profile.NumberOf(ProfileKey.BreakerPowersBms) != 0;
            BreakerHoldMilliseconds = profile.NumberOf(ProfileKey.BreakerHoldMilliseconds);
            UseGauges(false, false);
        }

        // Looked at once a second: a time of 0 s is over when the first look finds it so, and not where no look has found it.
        private static int SecondsOf(BatteryProfile profile, ProfileKey key)
        {
            int seconds = profile.NumberOf(key);
            return seconds > 0 ? seconds : 1;
        }

        /// <summary>Takes up how the gauges of the bank work.</summary>
        /// <param name="isAnyOdd">True if a battery's own gauge does not show what it has counted.</param>
        /// <param name="followVoltage">True if all of them follow the terminal voltage.</param>
        internal void UseGauges(bool isAnyOdd, bool followVoltage)
        {
            int release = Permille - FullReleasePermille;
            GaugesFollowVoltage = followVoltage;
            HeldPermille = FaultHoldPermille < 0 ? FullHoldPermille : FaultHoldPermille;
            CountedAsShownPermille = isAnyOdd || followVoltage ? -1 : HeldPermille < release ? HeldPermille : release;
        }
    }
}
