namespace BatterySim.Host.Panel.Engine.Recording
{
    /// <summary>Something that was done by hand.</summary>
    /// <param name="AtMilliseconds">Time since the recording began, ms.</param>
    /// <param name="Line">Line of the timeline that does it again, such as <c>do: 'OUTP OFF'</c>.</param>
    internal sealed record RecordedStep(long AtMilliseconds, string Line);
}
