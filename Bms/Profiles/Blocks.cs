namespace BatterySim.Bms.Profiles
{
    /// <summary>Which FETs a protection opens, as bits.</summary>
    public static class Blocks
    {
        /// <summary>The charge FET.</summary>
        public const int Charge = 1;

        /// <summary>The discharge FET.</summary>
        public const int Discharge = 2;

        /// <summary>Both.</summary>
        public const int Both = Charge | Discharge;
    }
}
