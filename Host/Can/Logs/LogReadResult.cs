namespace BatterySim.Host.Can.Logs
{
    /// <summary>What the next line of a log turned out to be.</summary>
    public enum LogReadResult
    {
        /// <summary>The log is at its end.</summary>
        End = 0,

        /// <summary>A frame.</summary>
        Frame = 1,

        /// <summary>Not a frame: <see cref="IFrameLogReader.Reason"/> says why.</summary>
        BadLine = 2,

        /// <summary>An adapter's report of a bus error: <see cref="IFrameLogReader.Reason"/> names its causes.</summary>
        ErrorReport = 3,
    }
}
