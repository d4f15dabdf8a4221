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

        /// <summary>The cadence of that name as a number; -1 if there is none.</summary>
        public static int NumberOf(string name)
        {
            switch (name)
            {
                case "BROADCAST": return (int)Cadence.Broadcast;
                case "POLL": return (int)Cadence.Poll;
                case "BOTH": return (int)Cadence.Both;
                default: return -1;
            }
        }
    }
}
