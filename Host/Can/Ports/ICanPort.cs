using System;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A port to a bus outside the program.</summary>
    /// <remarks>
    /// Everything that may wait happens on the port's own threads: <see cref="ICanSender.Send"/> and <see cref="TryReceive(CanFrame, out long)"/>
    /// return at once, and both queues are bounded. While the other side is missing the port tries again by itself and drops what it is given.
    /// </remarks>
    public interface ICanPort : ICanBus, IDisposable
    {
        /// <summary>Called on a thread of the port after a frame was put into the receive queue.</summary>
        event Action? FrameArrived;

        /// <summary>Called on a thread of the port with one sentence whenever there is something that a person should know.</summary>
        event Action<string>? Reported;

        /// <summary>The port as the user named it.</summary>
        string Name { get; }

        /// <summary>How far the port has come.</summary>
        PortPhase Phase { get; }

        /// <summary>What went through it and what was lost.</summary>
        PortCounters Counters { get; }

        /// <summary>What went wrong last, one sentence; empty if nothing did.</summary>
        string LastError { get; }

        /// <summary>Starts the port and returns; the other side may come later.</summary>
        /// <exception cref="CanPortException">The port can never work, however long one waits.</exception>
        void Open();

        /// <summary>Copies the oldest received frame into <paramref name="frame"/>; false if there is none.</summary>
        /// <param name="frame">Where the frame goes.</param>
        /// <param name="microseconds">Time of arrival since 1970, us.</param>
        bool TryReceive(CanFrame frame, out long microseconds);
    }
}
