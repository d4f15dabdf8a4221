using System;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>One client of a port that we serve. Dispose it from any thread to end it.</summary>
    internal interface IServerSession : IDisposable
    {
        /// <summary>True while the client wants frames.</summary>
        bool WantsFrames { get; }

        /// <summary>True if the client wants this frame. Called once for each frame, from any thread.</summary>
        bool Wants(in PortFrame frame);

        /// <summary>Reads from the client until it leaves. Runs on the session's reading thread.</summary>
        void Listen(IFrameSink sink);

        /// <summary>Tells the client of a frame; may wait. Runs on the session's writing thread.</summary>
        /// <returns>False if the protocol has no words for the frame.</returns>
        bool Send(in PortFrame frame);
    }
}
