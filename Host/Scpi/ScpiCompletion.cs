using System.Collections.Generic;

namespace BatterySim.Host.Scpi
{
    /// <summary>How a line could go on.</summary>
    /// <param name="Start">Where the part begins that would be replaced.</param>
    /// <param name="Text">What would stand there: all that the candidates have in common.</param>
    /// <param name="Candidates">What there is to choose from, as people read it; one if the choice is made.</param>
    public sealed record ScpiCompletion(int Start, string Text, IReadOnlyList<string> Candidates);
}
