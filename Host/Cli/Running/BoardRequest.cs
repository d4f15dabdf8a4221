using BatterySim.Host.Board;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What <c>batterysim board</c> was asked for.</summary>
    /// <param name="Dip">Position of the address switches, 0 to 15.</param>
    /// <param name="CanController">The CAN controller that the board has.</param>
    /// <param name="PressesReset">True to press RST at the start.</param>
    /// <param name="DurationMilliseconds">Simulated time to run; null for no end.</param>
    /// <param name="Pace">Simulated time in real time.</param>
    /// <param name="Web">The page in a browser; null for none.</param>
    internal sealed record BoardRequest(
        int Dip, BoardCanController CanController, bool PressesReset, long? DurationMilliseconds, SimulationPace Pace, PanelPortRequest? Web);
}
