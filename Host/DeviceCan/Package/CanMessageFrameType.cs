namespace nanoFramework.Device.Can
{
    /// <summary>Kind of a frame.</summary>
    public enum CanMessageFrameType
    {
        Data = 0,
        RemoteRequest = 1,
    }
}
