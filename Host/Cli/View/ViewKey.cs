using System;

namespace BatterySim.Host.Cli.View
{
    /// <summary>A key of the view.</summary>
    /// <param name="Names">The key as help writes it.</param>
    /// <param name="Meaning">What it does.</param>
    /// <param name="Command">The SCPI line that it sends, as help writes it; empty for a key that changes only what is shown.</param>
    /// <param name="IsIt">True for a key that was pressed.</param>
    /// <param name="Do">Does it.</param>
    internal sealed record ViewKey(string Names, string Meaning, string Command, Func<ConsoleKeyInfo, bool> IsIt, Action Do);
}
