namespace BatterySim.Host.Panel.Contract
{
    /// <summary>What became of a line.</summary>
    /// <param name="Line">The line as sent.</param>
    /// <param name="Answer">Answer of a query; empty for a command.</param>
    /// <param name="Error">The error as SYST:ERR? has it, or why nobody knows whether the line was carried out; null if it was.</param>
    public sealed record BenchReply(
        string Line,
        string Answer,
        string? Error);
}
