namespace BatterySim.Host.Panel.Contract
{
    /// <summary>What is being recorded.</summary>
    /// <param name="LengthMilliseconds">Time since it was begun, ms.</param>
    /// <param name="StepCount">Commands in it.</param>
    public sealed record RecordingPicture(
        long LengthMilliseconds,
        int StepCount);
}
