namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>What has to be around an inverter for a probe. On a bench a person provides it.</summary>
    internal sealed record ProbeConditions
    {
        /// <summary>SOC of the bank, percent.</summary>
        public int SocPercent { get; init; } = 60;

        /// <summary>Power of the house, W.</summary>
        public int LoadWatts { get; init; }

        /// <summary>Power of the sun, W.</summary>
        public int SolarWatts { get; init; }

        /// <summary>Whether there is a grid.</summary>
        public bool HasGrid { get; init; } = true;

        /// <summary>Absorption V and Float V in the inverter's menu, mV; 0 as they are.</summary>
        public int OwnVoltageMillivolts { get; init; }

        /// <summary>Clock of the inverter at the start, minutes after midnight; -1 for any time but an even hour.</summary>
        public int TimeOfDayMinutes { get; init; } = -1;

        /// <summary>True if the inverter is switched on while the bank is silent.</summary>
        public bool IsBankSilent { get; init; }
    }
}
