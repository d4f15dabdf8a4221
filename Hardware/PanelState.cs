namespace BatterySim.Hardware
{
    /// <summary>What the two LEDs have to show.</summary>
    public enum PanelState
    {
        /// <summary>Asleep or off: both dark.</summary>
        Asleep = 0,

        /// <summary>Waking: RUN flickers.</summary>
        Starting = 1,

        /// <summary>Awake, at rest or charging: RUN flashes once a second.</summary>
        Ready = 2,

        /// <summary>Awake and discharging: RUN is lit.</summary>
        Discharging = 3,
    }
}
