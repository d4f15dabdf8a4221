namespace System.Device.Spi
{
    /// <summary>Which bit of a byte goes first.</summary>
    public enum DataFlow
    {
        MsbFirst = 0,
        LsbFirst = 1,
    }
}
