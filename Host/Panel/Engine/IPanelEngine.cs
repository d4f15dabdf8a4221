using System;
using System.Collections.Generic;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine
{
    /// <summary>What is behind a page, for one thread: a twin, or a board that is asked over its instrument.</summary>
    public interface IPanelEngine
    {
        /// <summary>What it is.</summary>
        BenchKind Kind { get; }

        /// <summary>Does some of what is to be done besides the bank itself, such as a scenario that runs; for a millisecond or so.</summary>
        /// <returns>True if more is due at once.</returns>
        bool Pass();

        /// <summary>Everything at this moment.</summary>
        BenchPicture TakePicture();

        /// <summary>Events since the last call.</summary>
        IReadOnlyList<EventPicture> ConsumeEvents();

        /// <summary>Frames since the last call.</summary>
        IReadOnlyList<BusFramePicture> ConsumeFrames();

        /// <summary>True while somebody watches: without, frames are not kept.</summary>
        bool IsWatched { get; set; }

        /// <summary>Carries a request out.</summary>
        /// <returns>Makes the reply; what takes longer than a moment is done in there, on any thread.</returns>
        Func<BenchReply> Execute(PanelRequest request);
    }
}
