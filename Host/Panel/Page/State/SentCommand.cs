namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>A line of SCPI that the page sent, and what became of it.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Answer">Answer of a query; empty for a command.</param>
    /// <param name="Error">The error as SYST:ERR? has it, or why nobody knows whether it was carried out; null if it was.</param>
    /// <param name="IsDone">True once it was answered.</param>
    public sealed record SentCommand(string Line, string Answer, string? Error, bool IsDone)
    {
        /// <summary>In words.</summary>
        public string Outcome => Error ?? (!IsDone ? "waiting for the answer" : Answer.Length > 0 ? Answer : "done");
    }
}
