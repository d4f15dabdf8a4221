namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A Modbus register.</summary>
    /// <param name="Address">Register.</param>
    /// <param name="Name">Name in the map.</param>
    /// <param name="Value">Value with unit.</param>
    public sealed record RegisterPicture(
        int Address,
        string Name,
        string Value);
}
