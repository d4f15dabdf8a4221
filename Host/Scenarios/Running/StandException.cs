using System;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A stand cannot do what is asked of it: a port is gone, nobody answers. The message is one sentence for the user.</summary>
    public sealed class StandException : Exception
    {
        /// <summary>Makes one.</summary>
        public StandException(string message)
            : base(message)
        {
        }

        /// <summary>Makes one with its cause.</summary>
        public StandException(string message, Exception cause)
            : base(message, cause)
        {
        }
    }
}
