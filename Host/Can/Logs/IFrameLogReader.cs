namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads recorded frames one after the other and says of everything else why it is not a frame.</summary>
    public interface IFrameLogReader
    {
        /// <summary>Lines or packets read so far.</summary>
        long LineNumber { get; }

        /// <summary>What is counted: "line" or "packet".</summary>
        string Unit { get; }

        /// <summary>Why what was read last is not a frame, without its number; empty if it is one.</summary>
        string Reason { get; }

        /// <summary>Reads on to the next frame, or to something that should be one.</summary>
        /// <param name="record">Filled if it is a frame, of no meaning otherwise.</param>
        LogReadResult Read(LoggedFrame record);
    }
}
