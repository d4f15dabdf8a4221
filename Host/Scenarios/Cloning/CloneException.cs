using System;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>A log cannot be cloned; the message says why in one sentence.</summary>
    public sealed class CloneException(string sentence) : Exception(sentence);
}
