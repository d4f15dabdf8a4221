namespace BatterySim.Bms.Instrument
{
    /// <summary>What a parameter of a command looks like.</summary>
    public enum SettingForm
    {
        /// <summary>A number with its unit, or MIN, MAX or DEF.</summary>
        Number = 0,

        /// <summary>ON or OFF, 1 or 0, or DEF.</summary>
        Switch = 1,

        /// <summary>One of some words, or DEF.</summary>
        Choice = 2,

        /// <summary>A text in quotes.</summary>
        Text = 3,
    }
}
