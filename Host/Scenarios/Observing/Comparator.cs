namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>How a value is compared.</summary>
    internal enum Comparator
    {
        /// <summary>Equal, within a tolerance if there is one; of words any of several.</summary>
        Is = 0,

        /// <summary>Known and not equal.</summary>
        IsNot = 1,

        /// <summary>More than.</summary>
        Above = 2,

        /// <summary>Less than.</summary>
        Below = 3,

        /// <summary>As much or more.</summary>
        AtLeast = 4,

        /// <summary>As much or less.</summary>
        AtMost = 5,

        /// <summary>Within two bounds, both included.</summary>
        Between = 6,

        /// <summary>A set has all of some words; a text has a part.</summary>
        Contains = 7,
    }
}
