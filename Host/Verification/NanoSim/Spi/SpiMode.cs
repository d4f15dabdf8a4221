namespace System.Device.Spi
{
    /// <summary>Polarity and phase of the clock.</summary>
    public enum SpiMode
    {
        Mode0 = 0,
        Mode1 = 1,
        Mode2 = 2,
        Mode3 = 3,
    }
}
