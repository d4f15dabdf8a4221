using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>Prints a decoded frame as one line.</summary>
    internal interface IFramePrinter
    {
        /// <summary>Prints one line.</summary>
        void Print(CandumpRecord record, DecodedFrame decoded);
    }
}
