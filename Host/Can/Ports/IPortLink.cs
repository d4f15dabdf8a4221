using System;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>One connection to the other side, from its opening to its loss. Dispose it from any thread to end both calls.</summary>
    internal interface IPortLink : IDisposable
    {
        /// <summary>Receives until the link is lost or disposed of. Runs on the port's reading thread.</summary>
        /// <exception cref="CanPortException">Why it was lost.</exception>
        void Listen(IFrameSink sink);

        /// <summary>What is wrong with the link so far, one sentence without its full stop; null for nothing. Asked once, after a while.</summary>
        string? FindProblem() => null;

        /// <summary>Hands one frame over; may wait. Runs on the port's writing thread.</summary>
        /// <returns>False if the frame was not taken; the link lives on.</returns>
        /// <exception cref="System.IO.IOException">The link is lost.</exception>
        bool Send(in PortFrame frame);
    }
}
