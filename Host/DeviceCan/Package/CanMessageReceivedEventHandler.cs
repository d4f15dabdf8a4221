namespace nanoFramework.Device.Can
{
    /// <summary>Is called for every frame that arrives.</summary>
    public delegate void CanMessageReceivedEventHandler(object sender, CanMessageReceivedEventArgs e);
}
