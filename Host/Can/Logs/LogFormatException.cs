using System;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>
    /// A file is a log in a format that is not read here; the message is one clause that names the format and the way to convert it.
    /// </summary>
    public sealed class LogFormatException : Exception
    {
        /// <summary>Makes one.</summary>
        /// <param name="sentence">Without the file's name and the full stop.</param>
        public LogFormatException(string sentence)
            : base(sentence)
        {
        }
    }
}
