namespace BatterySim.Host.Panel.Server
{
    /// <summary>A file of the page.</summary>
    /// <param name="ContentType">MIME type.</param>
    /// <param name="Compressed">Its bytes, compressed with gzip.</param>
    /// <param name="IsFingerprinted">True where its name changes with its content, so that it may be kept.</param>
    internal sealed record PanelFile(string ContentType, byte[] Compressed, bool IsFingerprinted);
}
