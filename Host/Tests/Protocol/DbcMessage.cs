using System.Collections.Generic;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>A message as a DBC file says it.</summary>
    internal sealed record DbcMessage(string Name, int Length)
    {
        public Dictionary<string, DbcSignal> Signals { get; } = [];
    }
}
