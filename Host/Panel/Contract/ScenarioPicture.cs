using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>A scenario that runs or has ended.</summary>
    /// <param name="Path">Path in the library, or the name of a recording.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="NowMilliseconds">Scenario time, ms.</param>
    /// <param name="EndMilliseconds">Its end, ms.</param>
    /// <param name="Step">What was done last.</param>
    /// <param name="IsRunning">True until it ends.</param>
    /// <param name="Verdict">passed, partly, failed or broken; empty while it runs.</param>
    /// <param name="Findings">Expectations with their outcome.</param>
    /// <param name="IsShown">True while the pictures are of the scenario's own bank; StopScenarioAsync goes back to the bench's.</param>
    public sealed record ScenarioPicture(
        string Path,
        string Name,
        long NowMilliseconds,
        long EndMilliseconds,
        string Step,
        bool IsRunning,
        string Verdict,
        IReadOnlyList<string> Findings,
        bool IsShown = false);
}
