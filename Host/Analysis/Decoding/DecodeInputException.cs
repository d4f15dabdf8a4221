using System;
using System.IO;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>The log could not be read on; told apart from an output that could not be written.</summary>
    public sealed class DecodeInputException : Exception
    {
        /// <summary>Makes one of what the system says.</summary>
        public DecodeInputException(IOException cause)
            : base(cause?.Message, cause)
        {
        }
    }
}
