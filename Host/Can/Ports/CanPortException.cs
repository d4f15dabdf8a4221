using System;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A port cannot work now, or never; the message is one sentence for the user, without its full stop.</summary>
    public sealed class CanPortException : Exception
    {
        /// <summary>Makes one.</summary>
        /// <param name="sentence">What is wrong and what to do.</param>
        /// <param name="isPermanent">True if waiting does not help.</param>
        public CanPortException(string sentence, bool isPermanent = false)
            : base(sentence)
        {
            IsPermanent = isPermanent;
        }

        /// <summary>True if waiting does not help.</summary>
        public bool IsPermanent { get; }
    }
}
