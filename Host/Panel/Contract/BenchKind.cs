namespace BatterySim.Host.Panel.Contract
{
    /// <summary>What is behind the page.</summary>
    public enum BenchKind
    {
        /// <summary>A twin that runs inside the page.</summary>
        Local,

        /// <summary>A twin that runs in the program.</summary>
        Twin,

        /// <summary>A board.</summary>
        Board,

        /// <summary>The firmware of a board that runs in the program, with a simulated board around it.</summary>
        SimulatedBoard,
    }
}
