namespace nanoFramework.Device.Can
{
    /// <summary>Length of an identifier.</summary>
    public enum CanMessageIdType
    {
        SID = 0,
        EID = 1,
    }
}
