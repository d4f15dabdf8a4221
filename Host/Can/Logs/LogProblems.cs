using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Lines and packets of a log that are not frames, one entry for each kind of reason.</summary>
    public sealed class LogProblems
    {
        private const int KindsMax = 10;

        private readonly Dictionary<string, LogProblem> _kinds = [];
        private readonly StringBuilder _key = new();
        private string _lastReason = "";
        private LogProblem? _last;

        /// <summary>How many there are in all.</summary>
        public long Count { get; private set; }

        /// <summary>How many are of kinds beyond the ten that are kept.</summary>
        public long OtherCount { get; private set; }

        /// <summary>The kinds, at most ten, in the order of their first line.</summary>
        public IReadOnlyCollection<LogProblem> Kinds => _kinds.Values;

        /// <summary>One sentence for each kind, without its full stop; one more if there were others.</summary>
        /// <param name="unit">What is counted: line or packet.</param>
        public IEnumerable<string> Sentences(string unit)
        {
            IEnumerable<string> kinds = Kinds.Select(kind => kind.Sentence(unit));
            return OtherCount == 0 ? kinds : kinds.Append(string.Create(CultureInfo.InvariantCulture, $"{OtherCount} more {unit}s skipped, for other reasons"));
        }

        /// <summary>The first one, such as "line 3: it has no length"; empty if there is none.</summary>
        public string First(string unit)
        {
            LogProblem? first = Kinds.FirstOrDefault();
            return first is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{unit} {first.Numbers[0]}: {first.Reason}");
        }

        internal void Add(long number, string reason)
        {
            Count++;
            if (_last is null || !ReferenceEquals(reason, _lastReason))
            {
                string key = KindOf(reason);
                if (!_kinds.TryGetValue(key, out LogProblem? kind))
                {
                    if (_kinds.Count == KindsMax)
                    {
                        OtherCount++;
                        return;
                    }

                    kind = new LogProblem(reason);
                    _kinds.Add(key, kind);
                }

                (_last, _lastReason) = (kind, reason);
            }

            _last.Add(number);
        }

        // Two reasons are of one kind if they differ in what they quote and in numbers only.
        private string KindOf(string reason)
        {
            _key.Clear();
            bool isQuoted = false;
            foreach (char character in reason)
            {
                isQuoted ^= character == '\'';
                if (!isQuoted && !char.IsAsciiDigit(character))
                {
                    _key.Append(character);
                }
            }

            return _key.ToString();
        }
    }
}
