using BatterySim.Host.Protocol;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What an expectation looks at: a row of the table with the battery, frame, signal or query that it is about.</summary>
    internal sealed class ObservableReference
    {
        /// <summary>As it stands in the file.</summary>
        public required string Text { get; init; }

        /// <summary>What it is.</summary>
        public required ObservableKind Kind { get; init; }

        /// <summary>Its row; null for a signal of a frame.</summary>
        public ObservableRow? Row { get; init; }

        /// <summary>Number of a battery, 1 for the first; 0 for none.</summary>
        public int Number { get; init; }

        /// <summary>Identifier of a frame, where it is read from the bus.</summary>
        public uint FrameId { get; init; }

        /// <summary>True for a 29-bit identifier.</summary>
        public bool IsExtended { get; init; }

        /// <summary>The signal; null for none.</summary>
        public SignalDefinition? Signal { get; init; }

        /// <summary>Query of its own; null for none.</summary>
        public string? Query { get; init; }

        /// <summary>True if it can be seen on the bus alone.</summary>
        public bool IsOnBus => Signal != null || Row?.OnBus != null;

        /// <summary>What asks the instrument for it; null if nothing does.</summary>
        public string? InstrumentQuery => Query ?? (Row?.Query == null
            ? null
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, Row.Query, Number));
    }
}
