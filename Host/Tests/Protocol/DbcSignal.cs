namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>A signal as a DBC file says it.</summary>
    internal sealed record DbcSignal(int Start, int Length, bool IsSigned, decimal Factor, decimal Offset, decimal Minimum, decimal Maximum);
}
