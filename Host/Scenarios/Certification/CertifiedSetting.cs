namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A setting of the inverter as its register had it before the first probe.</summary>
    /// <param name="Register">Address, decimal and 0-based.</param>
    /// <param name="Name">Name of the register.</param>
    /// <param name="Word">Raw word.</param>
    /// <param name="Value">Value with its unit.</param>
    public sealed record CertifiedSetting(int Register, string Name, int Word, string Value);
}
