namespace BatterySim.Host.Panel.Contract
{
    /// <summary>Something that happened.</summary>
    /// <param name="Number">Counts up; -1 never.</param>
    /// <param name="Milliseconds">Simulated time, ms.</param>
    /// <param name="Text">What happened.</param>
    public sealed record EventPicture(
        long Number,
        long Milliseconds,
        string Text);
}
