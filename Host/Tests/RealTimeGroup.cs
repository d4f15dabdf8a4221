using Xunit;

namespace BatterySim.Host.Tests
{
    /// <summary>Tests that judge times of a bench in real time run alone: beside others they would measure the machine.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public class RealTimeGroup
    {
        /// <summary>What a test class names in its Collection attribute.</summary>
        public const string Name = "real time";
    }
}
