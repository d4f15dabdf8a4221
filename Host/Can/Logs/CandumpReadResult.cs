namespace BatterySim.Host.Can.Logs
{
    /// <summary>What the next line of a log turned out to be.</summary>
    public enum CandumpReadResult
    {
        /// <summary>The log is at its end.</summary>
        End = 0,

        /// <summary>A frame.</summary>
        Frame = 1,

        /// <summary>No frame: <see cref="CandumpReader.Reason"/> says why.</summary>
        BadLine = 2,
    }
}
