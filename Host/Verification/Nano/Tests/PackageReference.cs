namespace BatterySim.Nano.Tests
{
    /// <summary>A reference of a nanoFramework project.</summary>
    /// <param name="Assembly">Name of the assembly.</param>
    /// <param name="Version">Its version, four numbers.</param>
    /// <param name="HintPath">Where it lies.</param>
    internal sealed record PackageReference(string Assembly, string Version, string HintPath);
}
