using Xunit;

namespace BatterySim.Host.Tests
{
    /// <summary>Tests of whole programs in real time run alone: beside others they would measure the machine, or what shares its stand-ins.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public class RealTimeGroup
    {
        /// <summary>What a test class names in its Collection attribute.</summary>
        public const string Name = "real time";
    }
}
