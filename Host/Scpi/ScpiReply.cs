using System.Collections.Generic;

namespace BatterySim.Host.Scpi
{
    /// <summary>What an instrument said to a line.</summary>
    /// <param name="Answers">Lines of the answer; none for a line without a query, or one that was refused.</param>
    /// <param name="Tail">Answer to the query that was sent behind the line.</param>
    public sealed record ScpiReply(IReadOnlyList<string> Answers, string Tail);
}
