using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A scenario of the library.</summary>
    /// <param name="Path">Path in the library.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Description">What it checks.</param>
    /// <param name="Tags">Tags.</param>
    public sealed record ScenarioEntry(
        string Path,
        string Name,
        string Description,
        IReadOnlyList<string> Tags);
}
