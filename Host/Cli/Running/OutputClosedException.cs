using System;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Whoever read standard output has gone, which is its right: the program ends without a word.</summary>
    internal sealed class OutputClosedException() : Exception("standard output is closed");
}
