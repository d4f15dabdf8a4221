using System;
using System.IO;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>The log could not be read on; told apart from an output that could not be written.</summary>
    internal sealed class DecodeInputException : Exception
    {
        public DecodeInputException(IOException cause)
            : base(cause.Message, cause)
        {
        }
    }
}
