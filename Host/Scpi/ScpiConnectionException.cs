using System;

namespace BatterySim.Host.Scpi
{
    /// <summary>An instrument cannot be reached, went away or does not answer; the message is one sentence.</summary>
    public sealed class ScpiConnectionException : Exception
    {
        /// <summary>Makes one.</summary>
        public ScpiConnectionException(string message)
            : base(message)
        {
        }
    }
}
