namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A probe that there is.</summary>
    /// <param name="Name">Its name, for <c>--probe</c>.</param>
    /// <param name="Title">What it looks at.</param>
    /// <param name="Seconds">About how long it takes in real time, s.</param>
    /// <param name="Needs">What has to be around the inverter; empty for nothing.</param>
    public sealed record ProbeInfo(string Name, string Title, int Seconds, string Needs);
}
