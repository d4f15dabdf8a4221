namespace BatterySim.Bms.Battery
{
    /// <summary>Whether the BMS of a battery is there. The breaker is another matter.</summary>
    public enum PowerState
    {
        /// <summary>Shut down by deep discharge or without supply: only RST or a breaker that feeds the BMS brings it back.</summary>
        Off = 0,

        /// <summary>Asleep: FETs open, no answer on any port, woken by RST on any battery of the chain.</summary>
        Asleep = 1,

        /// <summary>Waking: measures, says nothing yet.</summary>
        Starting = 2,

        /// <summary>Awake.</summary>
        Running = 3,
    }
}
