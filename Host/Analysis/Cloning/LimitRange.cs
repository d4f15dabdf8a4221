using System;

namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>Least and most of what was seen.</summary>
    /// <param name="Minimum">Least.</param>
    /// <param name="Maximum">Most.</param>
    public readonly record struct LimitRange(int Minimum, int Maximum)
    {
        /// <summary>Nothing seen.</summary>
        public static readonly LimitRange None = new(int.MaxValue, int.MinValue);

        /// <summary>True if anything was seen.</summary>
        public bool IsSeen => Minimum <= Maximum;

        /// <summary>True if all of it lies below all of the other, and both were seen.</summary>
        public bool IsBelow(LimitRange other) => IsSeen && other.IsSeen && Maximum < other.Minimum;

        /// <summary>Both together.</summary>
        public LimitRange With(LimitRange other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

        /// <summary>This with one more value.</summary>
        public LimitRange With(int? value) => value is int seen ? With(new LimitRange(seen, seen)) : this;
    }
}
