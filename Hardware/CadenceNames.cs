using BatterySim.Bms.Protocol;

namespace BatterySim.Hardware
{
    /// <summary>Cadences by name: an enum's own text is a number on the board.</summary>
    public static class CadenceNames
    {
        /// <summary>Name of a cadence.</summary>
        public static string Of(Cadence cadence)
        {
            switch (cadence)
            {
                case Cadence.Poll: return "poll";
                case Cadence.Both: return "both";
                default: return "broadcast";
            }
        }
    }
}
