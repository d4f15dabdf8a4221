using System;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Writes recorded frames one after the other.</summary>
    public interface IFrameLogWriter : IDisposable
    {
        /// <summary>Writes one frame with time, channel and direction.</summary>
        void Write(LoggedFrame record);
    }
}
