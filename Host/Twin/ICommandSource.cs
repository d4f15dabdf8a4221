using System;

namespace BatterySim.Host.Twin
{
    /// <summary>Orders that come from other threads and are carried out on the one that runs the simulation.</summary>
    public interface ICommandSource
    {
        /// <summary>Called on any thread when something has come in.</summary>
        event Action? Arrived;

        /// <summary>Carries out what has come in since the last call, for a few milliseconds at most. It never waits.</summary>
        /// <returns>True if something is left: let time pass, then call again.</returns>
        bool Run();
    }
}
