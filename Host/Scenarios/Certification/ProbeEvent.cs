namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Something that was done or seen during a probe: the evidence.</summary>
    /// <param name="Milliseconds">Time since the probe began, ms.</param>
    /// <param name="Source">"command", "frame 351" or "register 59".</param>
    /// <param name="Text">Line of the command, bytes of the frame, or raw word of the register, both hexadecimal.</param>
    public sealed record ProbeEvent(long Milliseconds, string Source, string Text);
}
