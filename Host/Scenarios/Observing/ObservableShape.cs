namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What kind of thing an observable is.</summary>
    internal enum ObservableShape
    {
        /// <summary>A number with or without unit.</summary>
        Number = 0,

        /// <summary>On or off.</summary>
        Switch = 1,

        /// <summary>One of some words.</summary>
        Word = 2,

        /// <summary>Any of some words together.</summary>
        Set = 3,

        /// <summary>A text.</summary>
        Text = 4,

        /// <summary>An answer of the instrument: a number where it reads as one, a text always.</summary>
        Reply = 5,
    }
}
