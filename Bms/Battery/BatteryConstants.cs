using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    /// <summary>What all batteries of a bank have in common, worked out once from their product.</summary>
    /// <remarks>On a board each field of each battery takes 12 bytes, so that sixteen batteries share this.</remarks>
    public sealed class BatteryConstants
    {
        private const int Permille = 1000;

        internal readonly CellConstants Cells;
        internal readonly LimitCurve Limits;
        internal readonly Polarisation Fast;
        internal readonly Polarisation Slow;

        // No constant but a table to write on: one battery at a time hands its measurements to its protections.
        internal readonly int[] Quantities = new int[(int)Quantity.Count];
        internal readonly int NominalMilliampereHours;
        internal readonly long LossDivisor;
        internal readonly int SelfConsumptionMilliampMilliseconds;
        internal readonly int LimiterStartMilliamps;
        internal readonly int LimiterMilliamps;
        internal readonly float CellCount;
        internal readonly float CellCountInverse;
        internal readonly float HysteresisLimitMillivolts;
        internal readonly float NewSeriesMilliohms;
        internal readonly int StartupMilliseconds;
        internal readonly int SleepCellMillivolts;
        internal readonly int SleepSeconds;
        internal readonly int ShutdownCellMillivolts;
        internal readonly int ShutdownSeconds;
        internal readonly bool BreakerPowersBms;
        internal readonly int BreakerHoldMilliseconds;

        /// <summary>Takes them from a product.</summary>
        public BatteryConstants(BatteryProfile profile, OcvCurve curve)
        {
            Cells = new CellConstants(profile, curve);
            Limits = new LimitCurve(profile);
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
            LimiterStartMilliamps = profile.NumberOf(ProfileKey.ChargeLimiterStartMilliamps);
            LimiterMilliamps = profile.NumberOf(ProfileKey.ChargeLimiterMilliamps);
            int cells = profile.NumberOf(ProfileKey.CellCount);
            CellCount = cells;
            CellCountInverse = 1f / cells;
            HysteresisLimitMillivolts = profile.NumberOf(ProfileKey.HysteresisMicrovolts) / 1000f;
            NewSeriesMilliohms = profile.NumberOf(ProfileKey.SeriesResistanceMicroohms) / 1000f;
            StartupMilliseconds = profile.NumberOf(ProfileKey.StartupMilliseconds);
            SleepCellMillivolts = profile.NumberOf(ProfileKey.SleepCellMillivolts);
            SleepSeconds = profile.NumberOf(ProfileKey.SleepSeconds);
            ShutdownCellMillivolts = profile.NumberOf(ProfileKey.ShutdownCellMillivolts);
            ShutdownSeconds = profile.NumberOf(ProfileKey.ShutdownSeconds);
            BreakerPowersBms = profile.NumberOf(ProfileKey.BreakerPowersBms) != 0;
            BreakerHoldMilliseconds = profile.NumberOf(ProfileKey.BreakerHoldMilliseconds);
        }
    }
}
