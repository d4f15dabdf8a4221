using System.Collections.Generic;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The keys explained, with the SCPI line that each sends.</summary>
    internal static class HelpLines
    {
        /// <summary>A line for each key.</summary>
        public static IEnumerable<TextLine> Compose(IReadOnlyList<ViewKey> keys)
        {
            yield return new TextLine().Add("Keys      ", Palette.Title).Add("# is the number of the selected battery; the lines at the right are SCPI");
            foreach (ViewKey key in keys)
            {
                yield return new TextLine().Add($"  {key.Names,-8}", Palette.Strong).Add($"{key.Meaning,-41}").Add("  " + key.Command);
            }

            yield return new TextLine().Add($"  {"q",-8}", Palette.Strong).Add("ends");
        }
    }
}
