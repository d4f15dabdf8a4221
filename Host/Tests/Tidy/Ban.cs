using System.Text.RegularExpressions;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>Something that must not be written, and what to write instead.</summary>
    /// <param name="Pattern">Matched against one line at a time.</param>
    /// <param name="What">What was found.</param>
    /// <param name="Instead">What to use.</param>
    internal sealed record Ban(Regex Pattern, string What, string Instead);
}
