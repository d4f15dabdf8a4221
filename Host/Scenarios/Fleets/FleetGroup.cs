using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Fleets
{
    /// <summary>Banks of a fleet that are alike.</summary>
    /// <param name="Name">What they are called; with more than one, a hyphen and the number follows.</param>
    /// <param name="Count">How many, 1 or more.</param>
    /// <param name="Place">Where it stands in the file: path:line:column.</param>
    /// <param name="Options">Options of <c>batterysim run</c> without their hyphens, in the order of the file, with their values; none for a switch.</param>
    public sealed record FleetGroup(string Name, int Count, string Place, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Options);
}
