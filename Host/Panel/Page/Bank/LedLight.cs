namespace BatterySim.Host.Panel.Page.Bank
{
    /// <summary>How an LED is lit.</summary>
    public enum LedLight
    {
        /// <summary>Not at all.</summary>
        Dark,

        /// <summary>Steadily.</summary>
        On,

        /// <summary>On and off.</summary>
        Blinking,
    }
}
