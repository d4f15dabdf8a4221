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
        internal readonly float KelvinPerMillijoule;
        internal readonly float MilliwattsPerKelvin;
        internal readonly float FetKelvinPerSquareAmp;

        /// <summary>Takes them from a product.</summary>
        /// <param name="profile">Product of all batteries.</param>
        /// <param name="curve">Open-circuit voltage of its cells.</param>
        public CellConstants(BatteryProfile profile, OcvCurve curve)
        {
            Curve = curve;
            BalanceStartMillivolts = profile.NumberOf(ProfileKey.BalanceStartMillivolts);
            BalanceDeltaMillivolts = profile.NumberOf(ProfileKey.BalanceDeltaMillivolts);
            BalanceStep = profile.NumberOf(ProfileKey.BalanceCurrentMilliamps) / 3600f
                / profile.NumberOf(ProfileKey.CapacityMilliampereHours) * OcvCurve.PositionsPerSoc;
            KelvinPerMillijoule = 0.001f / profile.NumberOf(ProfileKey.HeatCapacityJoulesPerKelvin);
            MilliwattsPerKelvin = profile.NumberOf(ProfileKey.HeatFlowMilliwattsPerKelvin);
            FetKelvinPerSquareAmp = profile.NumberOf(ProfileKey.FetRiseDecikelvins) / 10f / 10000f;
        }
    }
}
