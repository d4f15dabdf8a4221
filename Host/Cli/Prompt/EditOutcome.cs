namespace BatterySim.Host.Cli.Prompt
{
    /// <summary>What a key did to the line.</summary>
    internal enum EditOutcome
    {
        /// <summary>The line may look different.</summary>
        Editing,

        /// <summary>The line is done.</summary>
        Entered,

        /// <summary>Ctrl+C: the line was thrown away.</summary>
        Dropped,

        /// <summary>Ctrl+D on an empty line: no more lines.</summary>
        Ended,

        /// <summary>There are candidates to be shown.</summary>
        Listed,

        /// <summary>Ctrl+L: the screen is to be wiped.</summary>
        Wiped,
    }
}
