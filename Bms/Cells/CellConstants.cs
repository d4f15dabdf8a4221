using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Cells
{
    /// <summary>What the cells of all batteries of a bank have in common, worked out once from their product.</summary>
    /// <remarks>On a board each field of each battery takes 12 bytes, so that sixteen batteries share this.</remarks>
    public sealed class CellConstants
    {
        internal readonly OcvCurve Curve;
        internal readonly float BalanceStartMillivolts;
        internal readonly float BalanceDeltaMillivolts;

        // Positions that balancing takes from a cell in one second.
        internal readonly float BalanceStep;

        // For a step of heat, which is one of some seconds: a FET follows its losses within half a minute.
        internal const float FetShare = SecondTimetable.CellSeconds / 32f;
        internal readonly float KelvinPerMilliwatt;
        internal readonly float MilliwattsPerKelvin;
        internal readonly float FetKelvinPerSquareAmp;
        internal readonly float HalfCount;

        /// <summary>Takes them from a product.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="curve">Open-circuit voltage of its cells.</param>
        public CellConstants(BatteryProfile profile, OcvCurve curve)
        {
            Curve = curve;
            HalfCount = profile.NumberOf(ProfileKey.CellCount) / 2f;
            BalanceStartMillivolts = profile.NumberOf(ProfileKey.BalanceStartMillivolts);
            BalanceDeltaMillivolts = profile.NumberOf(ProfileKey.BalanceDeltaMillivolts);
            BalanceStep = profile.NumberOf(ProfileKey.BalanceCurrentMilliamps) / 3600f
                / profile.NumberOf(ProfileKey.CapacityMilliampereHours) * OcvCurve.PositionsPerSoc;
            KelvinPerMilliwatt = SecondTimetable.CellSeconds * 0.001f / profile.NumberOf(ProfileKey.HeatCapacityJoulesPerKelvin);
            MilliwattsPerKelvin = profile.NumberOf(ProfileKey.HeatFlowMilliwattsPerKelvin);
            FetKelvinPerSquareAmp = profile.NumberOf(ProfileKey.FetRiseDecikelvins) / 10f / 10000f;
        }
    }
}
