using System.Collections.Generic;

namespace BatterySim.Host.Panel.Engine.Recording
{
    /// <summary>How things stood a while after something was done.</summary>
    /// <param name="AtMilliseconds">Time since the recording began, ms.</param>
    /// <param name="Values">What was looked at, by the names of a scenario, and what it was.</param>
    internal sealed record RecordedLook(long AtMilliseconds, IReadOnlyList<KeyValuePair<string, string>> Values);
}
