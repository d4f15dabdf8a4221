namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>What the page asked of its bench last, and what became of it.</summary>
    /// <param name="Line">A line of SCPI, or an action in words.</param>
    /// <param name="Answer">Answer of a query; for a command and an action what was done, in a word.</param>
    /// <param name="Error">The error as SYST:ERR? has it, or why nobody knows whether it was carried out; null if it was.</param>
    /// <param name="IsDone">True once it was answered.</param>
    /// <param name="IsScpi">True for a line of SCPI, which a script can send too.</param>
    public sealed record SentCommand(string Line, string Answer, string? Error, bool IsDone, bool IsScpi)
    {
        /// <summary>In words.</summary>
        public string Outcome => Error ?? (!IsDone ? "waiting for the answer" : Answer.Length > 0 ? Answer : "done");
    }
}
