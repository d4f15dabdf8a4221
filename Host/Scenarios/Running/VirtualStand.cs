namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Bank, bus and inverter inside the process, in simulated time, as fast as the machine can.</summary>
    public sealed class VirtualStand : IScenarioStand
    {
        /// <inheritdoc/>
        public string Name => "virtual";

        /// <inheritdoc/>
        public void Dispose()
        {
        }
    }
}
