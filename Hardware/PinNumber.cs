namespace BatterySim.Hardware
{
    /// <summary>Numbers of pins in the pin files of the boards.</summary>
    public static class PinNumber
    {
        /// <summary>Stands for a pin that is not wired.</summary>
        public const int NotWired = -1;
    }
}
