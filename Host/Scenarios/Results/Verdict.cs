namespace BatterySim.Host.Scenarios.Results
{
    /// <summary>What became of a scenario, or of one expectation in it.</summary>
    public enum Verdict
    {
        /// <summary>Everything that was expected was seen.</summary>
        Passed = 0,

        /// <summary>What could be seen was as expected, but something could not be seen from where the run was made.</summary>
        /// <remarks>Never counted as passed.</remarks>
        NotObservable = 1,

        /// <summary>Something was not as expected.</summary>
        Failed = 2,

        /// <summary>It could not be run at all.</summary>
        CouldNotRun = 3,
    }
}
