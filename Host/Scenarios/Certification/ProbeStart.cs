namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A probe that begins.</summary>
    /// <param name="Number">1 for the first that runs.</param>
    /// <param name="Count">Probes that run.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Title">What it looks at.</param>
    /// <param name="Seconds">About how long it takes in real time, s.</param>
    /// <param name="RemainingSeconds">About how long all take from here on, s.</param>
    public sealed record ProbeStart(int Number, int Count, string Name, string Title, int Seconds, int RemainingSeconds);
}
