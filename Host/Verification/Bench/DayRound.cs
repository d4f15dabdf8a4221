namespace BatterySim.Host.Verification.Bench
{
    /// <summary>One round of <see cref="AgainstRun"/>: 24 simulated hours in a process of their own.</summary>
    /// <param name="WallSeconds">Time of the day alone by the clock, s.</param>
    /// <param name="ProcessorSeconds">Processor time of the process from its start to the end of the day, s.</param>
    /// <param name="Checksum">Checksum of the frames, as the bench prints it.</param>
    internal readonly record struct DayRound(double WallSeconds, double ProcessorSeconds, string Checksum);
}
