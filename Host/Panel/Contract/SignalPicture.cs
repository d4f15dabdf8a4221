namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A signal of a frame.</summary>
    /// <param name="Name">Name of the catalogue.</param>
    /// <param name="Value">Value with unit.</param>
    /// <param name="IsChanged">True if it differs from the frame before.</param>
    public sealed record SignalPicture(
        string Name,
        string Value,
        bool IsChanged);
}
