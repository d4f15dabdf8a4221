using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>One kind of line or packet that is not a frame: how many there are, where the first ones are, and why.</summary>
    public sealed class LogProblem
    {
        private const int NumbersShownMax = 3;

        private readonly List<long> _numbers = [];

        internal LogProblem(string reason)
        {
            Reason = reason;
        }

        /// <summary>Why the first of them is not a frame, as a clause.</summary>
        public string Reason { get; }

        /// <summary>How many there are.</summary>
        public long Count { get; private set; }

        /// <summary>Numbers of the first three.</summary>
        public IReadOnlyList<long> Numbers => _numbers;

        /// <summary>One sentence without its full stop, such as "lines 3, 7, 9 and 12 more skipped: it has no length (line 3)".</summary>
        /// <param name="unit">What is counted: line or packet.</param>
        public string Sentence(string unit)
        {
            if (Count == 1)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{unit} {_numbers[0]} skipped: {Reason}");
            }

            long more = Count - _numbers.Count;
            string numbers = string.Join(", ", _numbers) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
            return $"{unit}s {numbers} skipped: {Reason}";
        }

        internal void Add(long number)
        {
            Count++;
            if (_numbers.Count < NumbersShownMax)
            {
                _numbers.Add(number);
            }
        }
    }
}
