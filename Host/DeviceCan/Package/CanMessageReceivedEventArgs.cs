namespace nanoFramework.Device.Can
{
    /// <summary>Says that there is something to fetch, and nothing else.</summary>
    public class CanMessageReceivedEventArgs
    {
        internal CanMessageReceivedEventArgs()
        {
        }
    }
}
